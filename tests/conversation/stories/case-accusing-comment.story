= A comment that accuses goes to the inspector

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

> 1
! level 1 at 1 on 2026-11-18
< Đã ghi: Rất không hài lòng (Quầy 1 - Đất đai, UBND phường A).
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

> Cán bộ đòi tiền bồi dưỡng 500 nghìn
! comment at 1 on 2026-11-18: Cán bộ đòi tiền bồi dưỡng 500 nghìn
< Đã ghi góp ý của ông/bà.
|
| Lời ông/bà vừa nhắn nói đến việc sai trái của cán bộ, nên chúng tôi chuyển kín tới thanh tra ở ngoài đơn vị. Người và đơn vị bị nói tới không xem được.
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

> theo dõi
! case opened
< Đây là việc ông/bà đã gửi.
|
| Tin gửi kín, gửi ngày 18/11/2026
| • Hiện nay: mới nhận
| • Nơi giải quyết: UBND phường A
| • Hạn trả lời: thứ Tư, 02/12/2026
| 6. Nhắn thêm
| 0. Rút lại
| 9. Quay lại

> 9
< Vâng.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English
