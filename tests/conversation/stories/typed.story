= The same visit by digits, words, words without marks and faces

@ 2026-11-18T09:00:00+07:00

> K7M3Q9
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

> 😄
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

> hai long ạ
! access 4 at 1 on 2026-11-18
< Đã ghi: Hài lòng. Bấm nhầm? Nhắn SỬA.
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

> Số 3
! procedure 3 at 1 on 2026-11-18
< Đã ghi: Bình thường. Bấm nhầm? Nhắn SỬA.
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

> không biết
! staff 0 at 1 on 2026-11-18
< Đã ghi: Chưa có kết quả / Không biết. Bấm nhầm? Nhắn SỬA.
|
| Ông/bà có điều gì muốn góp ý không? Xin nhắn vào đây.
| 9. Bỏ qua

> Không
< Đã bỏ qua phần góp ý.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 9. Bỏ qua

> BỎ QUA
< Đã bỏ qua phần ảnh.
|
| Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

> Cảm ơn
< Cảm ơn ông/bà. Chúc ông/bà mạnh khoẻ!
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English
