= Money was asked for

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

> tố cáo
< Mời ông/bà chọn. Chưa có gì được gửi cho đến khi ông/bà bấm Gửi.
|
| Ông/bà muốn gửi điều gì?
| 1. Góp ý, phản ánh
| 2. Khen
| 3. Bị đòi tiền, gây khó dễ (gửi kín)
| 9. Quay lại

> 3
< Ông/bà đang viết: Bị đòi tiền, gây khó dễ (gửi kín).
| • Gửi kín: chỉ thanh tra ở ngoài đơn vị đọc được. Người và đơn vị bị nói tới không xem được.
| • Tên ông/bà, nếu có, được giấu; ai mở ra xem đều phải ghi lý do.
| • Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.
|
| Xin ông/bà kể: ai, ở đâu, khi nào, đòi gì. Có thể gửi ảnh, tin thoại, tệp. Kể xong, chọn 6.
| 6. Xong, xem lại
| 0. Thôi, không gửi

> Ông ở quầy 1 đòi 500 nghìn mới nhận hồ sơ
< Đã ghi, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {voice file=v1}
< Đã nhận tin thoại, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> 6
< Đã ghi lời kể.
|
| Ông/bà có muốn nêu tên không? Không bắt buộc. Nếu có, xin nhắn tên.
| Nhắn tên hoặc số điện thoại là ông/bà đồng ý: “Tôi đồng ý để cơ quan giữ tên, số điện thoại, địa chỉ này chỉ để trả lời tôi về việc này. Các thông tin này được mã hoá, mỗi lần mở xem đều được ghi lại, và tôi rút lại lúc nào cũng được. Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.”
| 9. Bỏ qua
| 0. Thôi, không gửi

> 9
< Đã bỏ qua.
|
| Ông/bà có muốn để lại số điện thoại không? Không bắt buộc.
| 9. Bỏ qua
| 0. Thôi, không gửi

> 9
< Đã bỏ qua.
|
| Xin ông/bà xem lại. CHƯA GỬI.
| • Loại: Bị đòi tiền, gây khó dễ (gửi kín)
| • Nội dung: “Ông ở quầy 1 đòi 500 nghìn mới nhận hồ sơ”
| • Nơi: Quầy 1 - Đất đai, UBND phường A
| • Tin thoại: 1
| • Tên, số điện thoại: không nêu
| • Ai đọc: chỉ thanh tra ở ngoài đơn vị.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 6
! case misconduct at 1 voice=v1: Ông ở quầy 1 đòi 500 nghìn mới nhận hồ sơ
< Đã nhận. Việc này gửi kín tới thanh tra ở ngoài đơn vị; đơn vị bị nói tới không xem được.
|
| Mã theo dõi: 0001 2345 6789 0123
| Xin ông/bà chép lại; mã chỉ hiện một lần này. Đừng đưa mã cho ai.
|
| Hạn trả lời: thứ Tư, 02/12/2026.
|
| Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã. Ở máy khác, mở https://example.vn/t rồi nhập mã.
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 1 - Đất đai, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> 5
! level 5 at 1 on 2026-11-18
< Đã ghi: Rất hài lòng (Quầy 1 - Đất đai, UBND phường A).
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
