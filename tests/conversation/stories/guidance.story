= Help, privacy and languages, at any time

@ 2026-11-18T09:00:00+07:00

> trợ giúp
< Cách dùng:
| • Bấm một dòng, hoặc nhắn số ở đầu dòng, hoặc nhắn đúng lời của dòng. Không cần gõ dấu.
| • SỬA: chọn lại câu vừa trả lời.
| • HUỶ: dừng lại; mức đã chọn vẫn được ghi.
| • GÓP Ý: phản ánh, khen, hoặc báo bị đòi tiền, gây khó dễ.
| • THEO DÕI: xem việc đã gửi.
| • RIÊNG TƯ: ai xem được những gì, xoá thông tin của mình.
| • ENGLISH: speak English.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> /start K7M3Q9
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 1 - Đất đai, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> TRO GIUP
< Cách dùng:
| • Bấm một dòng, hoặc nhắn số ở đầu dòng, hoặc nhắn đúng lời của dòng. Không cần gõ dấu.
| • SỬA: chọn lại câu vừa trả lời.
| • HUỶ: dừng lại; mức đã chọn vẫn được ghi.
| • GÓP Ý: phản ánh, khen, hoặc báo bị đòi tiền, gây khó dễ.
| • THEO DÕI: xem việc đã gửi.
| • RIÊNG TƯ: ai xem được những gì, xoá thông tin của mình.
| • ENGLISH: speak English.
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 1 - Đất đai, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> 2
! level 2 at 1 on 2026-11-18
< Đã ghi: Không hài lòng (Quầy 1 - Đất đai, UBND phường A).
| Bấm nhầm? Nhắn SỬA.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Chỗ ngồi chờ, biển chỉ dẫn và trang thiết bị ở nơi tiếp dân: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này

> /privacy
< Ai xem được những gì:
| • Chúng tôi không cho cán bộ ở quầy và đơn vị biết ai đã đánh giá. Họ chỉ xem được số liệu chung.
| • Góp ý và ảnh được chuyển tới đơn vị theo từng đợt, sớm nhất là ngày làm việc hôm sau, không kèm tên. Xin đừng ghi tên, số điện thoại của mình nếu ông/bà không muốn lộ.
| • Phản ánh ông/bà gửi: cán bộ được giao giải quyết và cấp trên đọc được. Tin gửi kín: chỉ thanh tra ở ngoài đơn vị đọc được.
| • Chúng tôi giữ địa chỉ nhắn tin của ông/bà dưới dạng mã hoá, chỉ để trả lời ông/bà, và xoá theo hạn. Ứng dụng nhắn tin ông/bà đang dùng thì biết ông/bà có nhắn cho chúng tôi.
| • Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền.
| • Muốn có bản sao, nhắn BẢN SAO. Muốn xoá hết thông tin của mình, nhắn XOÁ THÔNG TIN.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Chỗ ngồi chờ, biển chỉ dẫn và trang thiết bị ở nơi tiếp dân: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này

> quyền riêng tư
< Ai xem được những gì:
| • Chúng tôi không cho cán bộ ở quầy và đơn vị biết ai đã đánh giá. Họ chỉ xem được số liệu chung.
| • Góp ý và ảnh được chuyển tới đơn vị theo từng đợt, sớm nhất là ngày làm việc hôm sau, không kèm tên. Xin đừng ghi tên, số điện thoại của mình nếu ông/bà không muốn lộ.
| • Phản ánh ông/bà gửi: cán bộ được giao giải quyết và cấp trên đọc được. Tin gửi kín: chỉ thanh tra ở ngoài đơn vị đọc được.
| • Chúng tôi giữ địa chỉ nhắn tin của ông/bà dưới dạng mã hoá, chỉ để trả lời ông/bà, và xoá theo hạn. Ứng dụng nhắn tin ông/bà đang dùng thì biết ông/bà có nhắn cho chúng tôi.
| • Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền.
| • Muốn có bản sao, nhắn BẢN SAO. Muốn xoá hết thông tin của mình, nhắn XOÁ THÔNG TIN.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Chỗ ngồi chờ, biển chỉ dẫn và trang thiết bị ở nơi tiếp dân: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này

> ngôn ngữ
< We will speak English from now on.
|
| One more question (you may skip it):
| How satisfied were you with the waiting area, the signs and the equipment?
| 5. Very satisfied
| 4. Satisfied
| 3. Neutral
| 2. Dissatisfied
| 1. Very dissatisfied
| 0. No result yet / Do not know
| 9. Skip this question

> help
< How this works:
| • Tap a line, or send the number in front of it, or send its words.
| • EDIT: choose the last answer again.
| • CANCEL: stop; the level you chose stays recorded.
| • REPORT: report something, praise, or say that you were asked for money.
| • FOLLOW: see what you sent.
| • PRIVACY: who can see what, and how to be erased.
| • TIẾNG VIỆT: nói tiếng Việt.
|
| One more question (you may skip it):
| How satisfied were you with the waiting area, the signs and the equipment?
| 5. Very satisfied
| 4. Satisfied
| 3. Neutral
| 2. Dissatisfied
| 1. Very dissatisfied
| 0. No result yet / Do not know
| 9. Skip this question

> tiếng việt
< Từ nay chúng tôi nói tiếng Việt.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Chỗ ngồi chờ, biển chỉ dẫn và trang thiết bị ở nơi tiếp dân: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này

> ?
< Cách dùng:
| • Bấm một dòng, hoặc nhắn số ở đầu dòng, hoặc nhắn đúng lời của dòng. Không cần gõ dấu.
| • SỬA: chọn lại câu vừa trả lời.
| • HUỶ: dừng lại; mức đã chọn vẫn được ghi.
| • GÓP Ý: phản ánh, khen, hoặc báo bị đòi tiền, gây khó dễ.
| • THEO DÕI: xem việc đã gửi.
| • RIÊNG TƯ: ai xem được những gì, xoá thông tin của mình.
| • ENGLISH: speak English.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Chỗ ngồi chờ, biển chỉ dẫn và trang thiết bị ở nơi tiếp dân: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này
