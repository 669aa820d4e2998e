= A draft is changed before it is sent, and an old button does nothing

@ 2026-11-18T09:00:00+07:00

> khen
< Mời ông/bà chọn. Chưa có gì được gửi cho đến khi ông/bà bấm Gửi.
|
| Ông/bà muốn gửi điều gì?
| 1. Góp ý, phản ánh
| 2. Khen
| 3. Bị đòi tiền, gây khó dễ (gửi kín)
| 9. Quay lại

> 2
< Ông/bà đang viết: Khen.
| • Ai đọc được: cán bộ được giao giải quyết và cấp trên của họ. Người bị nói tới không được giải quyết việc này.
| • Tên ông/bà, nếu có, được giấu; ai mở ra xem đều phải ghi lý do.
| • Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.
|
| Xin ông/bà cho biết khen ai, việc gì, ở đâu. Viết xong, chọn 6.
| 6. Xong, xem lại
| 0. Thôi, không gửi

> Cô ở quầy hộ tịch rất nhiệt tình
< Đã ghi, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> 6
< Đã ghi lời kể.
|
| Việc này ở quầy nào? Xin nhắn mã 6 ký tự trên bảng ở quầy, hoặc viết tên nơi đó. Không nhớ thì bỏ qua.
| 9. Bỏ qua
| 0. Thôi, không gửi

> Ủy ban phường A
< Đã ghi nơi: Ủy ban phường A.
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
| • Loại: Khen
| • Nội dung: “Cô ở quầy hộ tịch rất nhiệt tình”
| • Nơi: Ủy ban phường A
| • Tên, số điện thoại: không nêu
| • Ai đọc: cán bộ được giao giải quyết và cấp trên.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> Cảm ơn cô nhiều
< Đã ghi, chưa gửi.
|
| Xin ông/bà xem lại. CHƯA GỬI.
| • Loại: Khen
| • Nội dung: “Cô ở quầy hộ tịch rất nhiệt tình
|
| Cảm ơn cô nhiều”
| • Nơi: Ủy ban phường A
| • Tên, số điện thoại: không nêu
| • Ai đọc: cán bộ được giao giải quyết và cấp trên.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 7
< Chưa gửi.
|
| Ông/bà muốn sửa gì?
| 1. Kể thêm
| 2. Kể lại từ đầu
| 3. Sửa nơi xảy ra
| 4. Sửa tên, số điện thoại
| 9. Quay lại
| 0. Thôi, không gửi

> 3
< Mời ông/bà cho biết lại nơi xảy ra.
|
| Việc này ở quầy nào? Xin nhắn mã 6 ký tự trên bảng ở quầy, hoặc viết tên nơi đó. Không nhớ thì bỏ qua.
| 9. Bỏ qua
| 0. Thôi, không gửi

> B2CG8H
< Đã ghi nơi: Quầy 2 - Hộ tịch, UBND phường A.
|
| Xin ông/bà xem lại. CHƯA GỬI.
| • Loại: Khen
| • Nội dung: “Cô ở quầy hộ tịch rất nhiệt tình
|
| Cảm ơn cô nhiều”
| • Nơi: Quầy 2 - Hộ tịch, UBND phường A
| • Tên, số điện thoại: không nêu
| • Ai đọc: cán bộ được giao giải quyết và cấp trên. Người ngồi ở quầy này hôm đó không được giải quyết.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 7
< Chưa gửi.
|
| Ông/bà muốn sửa gì?
| 1. Kể thêm
| 2. Kể lại từ đầu
| 3. Sửa nơi xảy ra
| 4. Sửa tên, số điện thoại
| 9. Quay lại
| 0. Thôi, không gửi

> 4
< Mời ông/bà cho biết lại.
|
| Ông/bà có muốn nêu tên không? Không bắt buộc. Nếu có, xin nhắn tên.
| Nhắn tên hoặc số điện thoại là ông/bà đồng ý: “Tôi đồng ý để cơ quan giữ tên, số điện thoại, địa chỉ này chỉ để trả lời tôi về việc này. Các thông tin này được mã hoá, mỗi lần mở xem đều được ghi lại, và tôi rút lại lúc nào cũng được. Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.”
| 9. Bỏ qua
| 0. Thôi, không gửi

> Trần Văn B
< Đã ghi tên: Trần Văn B.
|
| Ông/bà có muốn để lại số điện thoại không? Không bắt buộc.
| 9. Bỏ qua
| 0. Thôi, không gửi

> 9
< Đã bỏ qua.
|
| Xin ông/bà xem lại. CHƯA GỬI.
| • Loại: Khen
| • Nội dung: “Cô ở quầy hộ tịch rất nhiệt tình
|
| Cảm ơn cô nhiều”
| • Nơi: Quầy 2 - Hộ tịch, UBND phường A
| • Người gửi: Trần Văn B (được giấu)
| • Ai đọc: cán bộ được giao giải quyết và cấp trên. Người ngồi ở quầy này hôm đó không được giải quyết.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 7
< Chưa gửi.
|
| Ông/bà muốn sửa gì?
| 1. Kể thêm
| 2. Kể lại từ đầu
| 3. Sửa nơi xảy ra
| 4. Sửa tên, số điện thoại
| 9. Quay lại
| 0. Thôi, không gửi

> 9
< Không sửa gì.
|
| Xin ông/bà xem lại. CHƯA GỬI.
| • Loại: Khen
| • Nội dung: “Cô ở quầy hộ tịch rất nhiệt tình
|
| Cảm ơn cô nhiều”
| • Nơi: Quầy 2 - Hộ tịch, UBND phường A
| • Người gửi: Trần Văn B (được giấu)
| • Ai đọc: cán bộ được giao giải quyết và cấp trên. Người ngồi ở quầy này hôm đó không được giải quyết.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> gửi
! case praise at 2 by “Trần Văn B”: Cô ở quầy hộ tịch rất nhiệt tình Cảm ơn cô nhiều
< Đã nhận lời khen. Cảm ơn ông/bà. Lời khen được chuyển tới đơn vị.
|
| Mã theo dõi: 0001 2345 6789 0123
| Xin ông/bà chép lại; mã chỉ hiện một lần này. Đừng đưa mã cho ai.
|
| Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã. Ở máy khác, mở https://example.vn/t rồi nhập mã.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English
