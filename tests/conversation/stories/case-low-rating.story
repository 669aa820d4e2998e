= A low rating begins a case; nothing is typed twice

@ 2026-11-18T09:00:00+07:00

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

> 9
< Đã bỏ qua câu này.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Giấy tờ phải nộp, các bước, lệ phí và thời hạn rõ ràng, đúng như niêm yết: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này

> 9
< Đã bỏ qua câu này.
|
| Xin hỏi thêm một câu (ông/bà có thể bỏ qua):
| Thái độ và cách hướng dẫn của cán bộ tiếp ông/bà: ông/bà hài lòng đến đâu?
| 5. Rất hài lòng
| 4. Hài lòng
| 3. Bình thường
| 2. Không hài lòng
| 1. Rất không hài lòng
| 0. Chưa có kết quả / Không biết
| 9. Bỏ qua câu này

> 9
< Đã bỏ qua câu này.
|
| Ông/bà có điều gì muốn góp ý không? Xin nhắn vào đây.
| 6. Gửi phản ánh để được trả lời
| 9. Bỏ qua

> Chờ cả buổi sáng
! comment at 1 on 2026-11-18: Chờ cả buổi sáng
< Đã ghi góp ý của ông/bà.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 6. Gửi phản ánh để được trả lời
| 9. Bỏ qua

> [6. Gửi phản ánh để được trả lời]
< Mời ông/bà chọn. Chưa có gì được gửi cho đến khi ông/bà bấm Gửi.
|
| Ông/bà muốn gửi điều gì?
| 1. Góp ý, phản ánh
| 2. Khen
| 3. Bị đòi tiền, gây khó dễ (gửi kín)
| 9. Quay lại

> 1
< Ông/bà đang viết: Góp ý, phản ánh.
| • Ai đọc được: cán bộ được giao giải quyết và cấp trên của họ. Người bị nói tới không được giải quyết việc này.
| • Tên ông/bà, nếu có, được giấu; ai mở ra xem đều phải ghi lý do.
| • Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.
|
| Lời ông/bà đã nhắn được giữ sẵn, không cần nhắn lại.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> 6
< Đã ghi lời kể.
|
| Ông/bà có muốn nêu tên không? Không bắt buộc. Nếu có, xin nhắn tên.
| Nhắn tên hoặc số điện thoại là ông/bà đồng ý: “Tôi đồng ý để cơ quan giữ tên, số điện thoại, địa chỉ này chỉ để trả lời tôi về việc này. Các thông tin này được mã hoá, mỗi lần mở xem đều được ghi lại, và tôi rút lại lúc nào cũng được. Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.”
| 9. Bỏ qua
| 0. Thôi, không gửi

> 9
< Đã bỏ qua.
|
| Ông/bà có muốn để lại số điện thoại không? Không bắt buộc.
| 9. Bỏ qua
| 0. Thôi, không gửi

> 9
< Đã bỏ qua.
|
| Xin ông/bà xem lại. CHƯA GỬI.
| • Loại: Góp ý, phản ánh
| • Nội dung: “Chờ cả buổi sáng”
| • Nơi: Quầy 1 - Đất đai, UBND phường A
| • Ngày: thứ Tư, 18/11/2026
| • Tên, số điện thoại: không nêu
| • Ai đọc: cán bộ được giao giải quyết và cấp trên. Người ngồi ở quầy này hôm đó không được giải quyết.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 6
! case report at 1 on 2026-11-18 level 2: Chờ cả buổi sáng
< Đã nhận phản ánh của ông/bà. Cảm ơn ông/bà.
|
| Mã theo dõi: 0001 2345 6789 0123
| Xin ông/bà chép lại; mã chỉ hiện một lần này. Đừng đưa mã cho ai.
|
| Hạn trả lời: thứ Tư, 02/12/2026.
|
| Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã. Ở máy khác, mở https://example.vn/t rồi nhập mã.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 9. Bỏ qua

> 9
< Đã bỏ qua phần ảnh.
|
| Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English
