= An answer that satisfies, told in the middle of a rating

@ 2026-11-18T09:00:00+07:00

> góp ý
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
| Xin ông/bà kể: việc gì, ở đâu, khi nào. Có thể nhắn nhiều tin, gửi ảnh, tin thoại, tệp, vị trí. Kể xong, chọn 6.
| 6. Xong, xem lại
| 0. Thôi, không gửi

> Đèn ở sảnh hỏng
< Đã ghi, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> 6
< Đã ghi lời kể.
|
| Việc này ở quầy nào? Xin nhắn mã 6 ký tự trên bảng ở quầy, hoặc viết tên nơi đó. Không nhớ thì bỏ qua.
| 9. Bỏ qua
| 0. Thôi, không gửi

> 9
< Đã bỏ qua.
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
| • Nội dung: “Đèn ở sảnh hỏng”
| • Nơi: không nêu
| • Tên, số điện thoại: không nêu
| • Ai đọc: cán bộ được giao giải quyết và cấp trên.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 6
! case report: Đèn ở sảnh hỏng
< Đã nhận phản ánh của ông/bà. Cảm ơn ông/bà.
|
| Mã theo dõi: 0001 2345 6789 0123
| Xin ông/bà chép lại; mã chỉ hiện một lần này. Đừng đưa mã cho ai.
|
| Hạn trả lời: thứ Tư, 02/12/2026.
|
| Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã. Ở máy khác, mở https://example.vn/t rồi nhập mã.
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

> 5
! level 5 at 1 on 2026-11-18
< Đã ghi: Rất hài lòng (Quầy 1 - Đất đai, UBND phường A).
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

> {staff what=answered state=answered may=add,judge,contest,withdraw} Chúng tôi đã thay đèn.
< Phản ánh ông/bà gửi ngày 18/11/2026 đã được trả lời: “Chúng tôi đã thay đèn.”
|
| Muốn xem hoặc trả lời, ông/bà nhắn THEO DÕI.
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

> theo dõi
! case opened
< Đây là việc ông/bà đã gửi.
|
| Phản ánh, gửi ngày 18/11/2026
| • Hiện nay: đã trả lời
| • Nơi giải quyết: UBND phường A
| • Trả lời: “Chúng tôi đã thay đèn.”
| 6. Nhắn thêm
| 2. Cho biết có hài lòng không
| 7. Đề nghị cấp trên xem lại
| 0. Rút lại
| 9. Quay lại

> 2
< Xin ông/bà cho biết.
|
| Ông/bà có hài lòng với câu trả lời không?
| 5. Hài lòng
| 3. Hài lòng một phần
| 1. Không hài lòng
| 9. Để sau

> có
! case judged yes
< Đã ghi: Hài lòng. Cảm ơn ông/bà!
|
| Phản ánh, gửi ngày 18/11/2026
| • Hiện nay: đã trả lời
| • Nơi giải quyết: UBND phường A
| • Trả lời: “Chúng tôi đã thay đèn.”
| • Ông/bà đã chọn: Hài lòng
| 6. Nhắn thêm
| 2. Chọn lại mức hài lòng
| 7. Đề nghị cấp trên xem lại
| 0. Rút lại
| 9. Quay lại

> 9
< Vâng.
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
