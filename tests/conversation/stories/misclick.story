= A wrong tap is taken back

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

> SỬA
< Mời ông/bà chọn lại.
|
| Mức đang ghi là: Rất không hài lòng. Nếu muốn đổi, xin ông/bà chọn lại:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 9. Giữ nguyên

> 5
! level 5 at 1 on 2026-11-18
< Đã sửa: Rất hài lòng (trước đó: Rất không hài lòng).
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

> 4
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

> sua
< Mời ông/bà chọn lại. Muốn sửa mức hài lòng chung, nhắn SỬA lần nữa.
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

> 2
! access 2 at 1 on 2026-11-18
< Đã ghi: Không hài lòng. Bấm nhầm? Nhắn SỬA.
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

> SUA
< Mời ông/bà chọn lại. Muốn sửa mức hài lòng chung, nhắn SỬA lần nữa.
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

> sửa
< Mời ông/bà chọn lại.
|
| Mức đang ghi là: Rất hài lòng. Nếu muốn đổi, xin ông/bà chọn lại:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 9. Giữ nguyên

> 9
< Vẫn giữ: Rất hài lòng.
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

> Sửa
< Mời ông/bà chọn lại.
|
| Mức đang ghi là: Rất hài lòng. Nếu muốn đổi, xin ông/bà chọn lại:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 9. Giữ nguyên
