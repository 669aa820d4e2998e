= A draft waits, is reminded of, and is dropped

@ 2026-11-18T09:00:00+07:00

> góp ý
< Mời ông/bà chọn. Chưa có gì được gửi cho đến khi ông/bà bấm Gửi.
|
| Ông/bà muốn gửi điều gì?
| 1. Góp ý, phản ánh
| 2. Khen
| 3. Bị đòi tiền, gây khó dễ (gửi kín)
| 9. Quay lại

> 1
< Ông/bà đang viết: Góp ý, phản ánh.
| • Ai đọc được: cán bộ được giao giải quyết và cấp trên của họ. Người bị nói tới không được giải quyết việc này.
| • Tên ông/bà, nếu có, được giấu; ai mở ra xem đều phải ghi lý do.
| • Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.
|
| Xin ông/bà kể: việc gì, ở đâu, khi nào. Có thể nhắn nhiều tin, gửi ảnh, tin thoại, tệp, vị trí. Kể xong, chọn 6.
| 6. Xong, xem lại
| 0. Thôi, không gửi

> Tôi viết dở
< Đã ghi, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> K7M3Q9
< Đã ghi nơi: Quầy 1 - Đất đai, UBND phường A.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

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

> huỷ
< Đã dừng. Mức ông/bà đã chọn vẫn được ghi: Hài lòng.
|
| Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Viết tiếp, gửi phản ánh đang dở
| 7. Sửa mức hài lòng
| 8. English

> {woken} draft
< Phản ánh ông/bà viết dở vẫn chưa gửi. Ông/bà xem lại rồi bấm Gửi. Nếu không, đến thứ Bảy, 21/11/2026 chúng tôi sẽ xoá, không gửi cho ai.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Viết tiếp, gửi phản ánh đang dở
| 7. Sửa mức hài lòng
| 8. English

@ 2026-11-21T11:00:00+07:00

> {woken} draft-drop

> 6
< Mời ông/bà chọn. Chưa có gì được gửi cho đến khi ông/bà bấm Gửi.
|
| Ông/bà muốn gửi điều gì?
| 1. Góp ý, phản ánh
| 2. Khen
| 3. Bị đòi tiền, gây khó dễ (gửi kín)
| 9. Quay lại

> 9
< Vâng, không gửi gì cả.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Góp ý, khen, báo bị đòi tiền
| 7. Sửa mức hài lòng
| 8. English
