= Past midnight, what follows belongs to the day of the rating

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

@ 2026-11-19T00:05:00+07:00

> 3
! access 3 at 2 on 2026-11-18
< Đã ghi: Bình thường. Bấm nhầm? Nhắn SỬA.
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

> Vừa rồi tôi quên: cảm ơn chị ở quầy
! comment at 2 on 2026-11-18: Vừa rồi tôi quên: cảm ơn chị ở quầy
< Đã ghi góp ý của ông/bà vào lần đánh giá ngày 18/11/2026. Nếu ông/bà nói về lần khác, xin quét mã ở quầy đó trước.
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

> Thêm một điều nữa
! comment at 2 on 2026-11-18: Thêm một điều nữa
< Đã ghi góp ý của ông/bà vào lần đánh giá ngày 18/11/2026. Nếu ông/bà nói về lần khác, xin quét mã ở quầy đó trước.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

> sửa
< Đánh giá ngày 18/11/2026 giữ nguyên. Nếu hôm nay ông/bà lại đến quầy này, xin đánh giá lần mới:
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
! level 2 at 2 on 2026-11-19
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
