= A greeting in the middle, and at the end

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

> /start
< Kính chào ông/bà! Mời ông/bà tiếp tục.
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

> chào
< Kính chào ông/bà! Mời ông/bà tiếp tục.
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

> huỷ
< Đã dừng. Mức ông/bà đã chọn vẫn được ghi: Hài lòng.
|
| Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

> hello
< Kính chào ông/bà! Đánh giá hôm nay của ông/bà đã được ghi. Ông/bà đến quầy khác thì xin quét mã ở quầy đó.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

> 3
< Chúng tôi chưa hiểu tin này.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English

@ 2026-11-20T09:00:00+07:00

> xin chào
< Kính chào ông/bà! Đây là nơi ông/bà cho biết mình hài lòng đến đâu với việc phục vụ tại quầy.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English
