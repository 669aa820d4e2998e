= A complaint in law is guided

@ 2026-11-18T09:00:00+07:00

> khiếu nại
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

> Tôi không đồng ý quyết định thu hồi đất số 12 và khiếu nại
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

> 9
< Đã bỏ qua.
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
| • Loại: Góp ý, phản ánh
| • Nội dung: “Tôi không đồng ý quyết định thu hồi đất số 12 và khiếu nại”
| • Nơi: không nêu
| • Tên, số điện thoại: không nêu
| • Ai đọc: cán bộ được giao giải quyết và cấp trên.
| • Đây có thể là khiếu nại. Chúng tôi vẫn giữ, nhưng theo luật phải có đơn ký tên, gửi cơ quan đã ra quyết định, thì mới được giải quyết. Tin nhắn này không thay được đơn.
| 6. Gửi
| 7. Sửa
| 0. Thôi, không gửi

> 6
! case report: Tôi không đồng ý quyết định thu hồi đất số 12 và khiếu nại
< Đã nhận và giữ lời của ông/bà. Để được giải quyết, ông/bà cần gửi đơn khiếu nại có ký tên tới cơ quan đã ra quyết định. Cán bộ sẽ hướng dẫn ông/bà.
|
| Mã theo dõi: 0001 2345 6789 0123
| Xin ông/bà chép lại; mã chỉ hiện một lần này. Đừng đưa mã cho ai.
|
| Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã. Ở máy khác, mở https://example.vn/t rồi nhập mã.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> theo dõi
! case opened
< Đây là việc ông/bà đã gửi.
|
| Khiếu nại, gửi ngày 18/11/2026
| • Hiện nay: đã nhận, đã hướng dẫn
| • Nơi giải quyết: UBND phường A
| • Đây có thể là khiếu nại. Chúng tôi vẫn giữ, nhưng theo luật phải có đơn ký tên, gửi cơ quan đã ra quyết định, thì mới được giải quyết. Tin nhắn này không thay được đơn.
| 6. Nhắn thêm
| 0. Rút lại
| 9. Quay lại
