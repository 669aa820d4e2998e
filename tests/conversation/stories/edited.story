= Messages are changed afterwards

@ 2026-11-18T09:00:00+07:00

> {edited} Xin chào
< Tin ông/bà nhắn lúc đầu giữ nguyên; lời vừa sửa được ghi thêm.
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

> 4
! level 4 at 1 on 2026-11-18
! comment at 1 on 2026-11-18: Xin chào
< Đã ghi: Hài lòng (Quầy 1 - Đất đai, UBND phường A).
| Bấm nhầm? Nhắn SỬA.
|
| Đã ghi kèm lời ông/bà nhắn trước đó: “Xin chào”
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

> {edited} 5
< Sửa tin cũ không làm đổi câu trả lời. Muốn chọn lại, xin nhắn SỬA.
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
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 9. Bỏ qua

> Chờ lâu
! comment at 1 on 2026-11-18: Chờ lâu
< Đã ghi góp ý của ông/bà.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 9. Bỏ qua

> {edited} Chờ rất lâu
! comment at 1 on 2026-11-18: Chờ rất lâu
< Tin ông/bà nhắn lúc đầu giữ nguyên; lời vừa sửa được ghi thêm.
|
| Đã ghi góp ý của ông/bà.
|
| Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. Xin đừng chụp mặt người khác và giấy tờ riêng.
| 9. Bỏ qua
