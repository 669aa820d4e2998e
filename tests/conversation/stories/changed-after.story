= The level is changed after the end

@ 2026-11-18T09:00:00+07:00

> /start B2CG8H
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| (Đây là quầy mẫu để dùng thử, không phải cơ quan thật.)
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 2 - Hộ tịch, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> 2
! level 2 at 2 on 2026-11-18
< Đã ghi: Không hài lòng (Quầy 2 - Hộ tịch, UBND phường A).
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
| Ông/bà có điều gì muốn góp ý không? Xin nhắn vào đây.
| 6. Gửi phản ánh để được trả lời
| 9. Bỏ qua

> 9
< Đã bỏ qua phần góp ý.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 6. Gửi phản ánh để được trả lời
| 9. Bỏ qua

> 9
< Đã bỏ qua phần ảnh.
|
| Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Gửi phản ánh để được trả lời
| 7. Sửa mức hài lòng
| 8. English

> [7. Sửa mức hài lòng]
< Mời ông/bà chọn lại.
|
| Mức đang ghi là: Không hài lòng. Nếu muốn đổi, xin ông/bà chọn lại:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 9. Giữ nguyên

> [4. Hài lòng 🙂]
! level 4 at 2 on 2026-11-18
< Đã sửa: Hài lòng (trước đó: Không hài lòng).
| Bấm nhầm? Nhắn SỬA.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

> [4. Hài lòng 🙂]
! level 4 at 2 on 2026-11-18
< Đã ghi: Hài lòng, vẫn như trước.
| Bấm nhầm? Nhắn SỬA.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

> [7. Sửa mức hài lòng]
< Mời ông/bà chọn lại.
|
| Mức đang ghi là: Hài lòng. Nếu muốn đổi, xin ông/bà chọn lại:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 9. Giữ nguyên

> Giữ nguyên
< Vẫn giữ: Hài lòng.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English
