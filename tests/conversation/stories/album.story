= An album is answered once

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

> 4
! level 4 at 1 on 2026-11-18
< Đã ghi: Hài lòng (Quầy 1 - Đất đai, UBND phường A).
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

> {photo file=a album=x} Biển hiệu mờ
! photo a at 1 on 2026-11-18
! comment at 1 on 2026-11-18: Biển hiệu mờ
< Đã nhận ảnh của ông/bà.
|
| Đã ghi góp ý của ông/bà.
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

> {photo file=b album=x}
! photo b at 1 on 2026-11-18

> {photo file=c album=x}
! photo c at 1 on 2026-11-18

> {photo}
< Chúng tôi chưa nhận được ảnh này. Xin ông/bà gửi lại.
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

> {photo file=d}
! photo d at 1 on 2026-11-18
< Đã nhận ảnh của ông/bà.
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

> {photo file=e}
! photo e at 1 on 2026-11-18
< Đã nhận ảnh của ông/bà.
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

> {photo file=f}
< Mỗi lần đánh giá chỉ gửi kèm được 5 ảnh. Ảnh gửi thêm chưa được ghi.
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
