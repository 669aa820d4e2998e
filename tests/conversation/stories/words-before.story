= Words and a photo come before the tap

@ 2026-11-18T09:00:00+07:00

> Tôi chờ từ 7 giờ sáng mà không ai tiếp
< Chúng tôi đã giữ lời của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng hoặc gửi phản ánh.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> {photo file=queue} Hàng dài
< Chúng tôi đã giữ ảnh của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng hoặc gửi phản ánh.
|
| Chúng tôi đã giữ lời của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng hoặc gửi phản ánh.
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

> Ghế hỏng hết
< Chúng tôi đã giữ lời của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng hoặc gửi phản ánh.
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
! comment at 1 on 2026-11-18: Tôi chờ từ 7 giờ sáng mà không ai tiếp
! comment at 1 on 2026-11-18: Hàng dài
! comment at 1 on 2026-11-18: Ghế hỏng hết
! photo queue at 1 on 2026-11-18
< Đã ghi: Rất không hài lòng (Quầy 1 - Đất đai, UBND phường A).
| Bấm nhầm? Nhắn SỬA.
|
| Đã ghi kèm lời ông/bà nhắn trước đó: “Tôi chờ từ 7 giờ sáng mà không ai tiếp / Hàng dài / Ghế hỏn…”
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
| Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Gửi phản ánh để được trả lời
| 7. Sửa mức hài lòng
| 8. English
