= Buttons from long ago

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

> 4
! level 4 at 2 on 2026-11-18
< Đã ghi: Hài lòng (Quầy 2 - Hộ tịch, UBND phường A).
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
| 9. Bỏ qua

> 9
< Đã bỏ qua phần góp ý.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 9. Bỏ qua

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

> [9. Bỏ qua]
< Nút này đã cũ, chưa có gì thay đổi.
|
| Với quầy ông/bà vừa quét mã, ông/bà hài lòng đến đâu?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> [5. Rất hài lòng]
! procedure 5 at 2 on 2026-11-18
< Đã ghi: Rất hài lòng. Bấm nhầm? Nhắn SỬA.
|
| Với quầy ông/bà vừa quét mã, ông/bà hài lòng đến đâu?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> [2. Không hài lòng 🙁]
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

@ 2026-11-20T09:00:00+07:00
