= A code and words in one message

@ 2026-11-18T09:00:00+07:00

> #K7M3Q9 cán bộ bảo tôi về
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Chúng tôi đã giữ lời của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng hoặc gửi phản ánh.
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
! comment at 1 on 2026-11-18: cán bộ bảo tôi về
< Đã ghi: Không hài lòng (Quầy 1 - Đất đai, UBND phường A).
| Bấm nhầm? Nhắn SỬA.
|
| Đã ghi kèm lời ông/bà nhắn trước đó: “cán bộ bảo tôi về”
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
