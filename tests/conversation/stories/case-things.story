= What a draft takes and does not take

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

> {sticker file=s}
< Cảm ơn ông/bà đã gửi hình dán. Chúng tôi chỉ đọc được chữ và số.
|
| Xin ông/bà kể: việc gì, ở đâu, khi nào. Có thể nhắn nhiều tin, gửi ảnh, tin thoại, tệp, vị trí. Kể xong, chọn 6.
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {video file=v} Xem phim này
< Chúng tôi chưa nhận được phim. Xin ông/bà gửi ảnh, hoặc kể bằng lời.
|
| Đã ghi, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {contact}
< Chúng tôi không nhận danh thiếp. Nếu cần, xin ông/bà nhắn số điện thoại.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {document file=d size=99999999}
< Tệp này lớn quá. Mỗi tệp lớn nhất là 10 MB.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {photo}
< Chúng tôi chưa nhận được tệp này. Xin ông/bà gửi lại.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {photo file=a album=x}
< Đã nhận ảnh, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {photo file=b album=x}

> {photo file=c}
< Đã nhận ảnh, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {photo file=d}
< Đã nhận ảnh, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {voice file=e}
< Đã nhận tin thoại, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {photo file=f}
< Chỉ gửi kèm được 5 ảnh, tin thoại hoặc tệp. Phần gửi thêm chưa được ghi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> {edited} Chờ rất lâu
< Tin ông/bà nhắn lúc đầu giữ nguyên; lời vừa sửa được ghi thêm.
|
| Đã ghi, chưa gửi.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> 4
< Chúng tôi chưa hiểu tin này.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi

> trợ giúp
< Cách dùng:
| • Bấm một dòng, hoặc nhắn số ở đầu dòng, hoặc nhắn đúng lời của dòng. Không cần gõ dấu.
| • SỬA: chọn lại câu vừa trả lời.
| • HUỶ: dừng lại; mức đã chọn vẫn được ghi.
| • GÓP Ý: phản ánh, khen, hoặc báo bị đòi tiền, gây khó dễ.
| • THEO DÕI: xem việc đã gửi.
| • RIÊNG TƯ: ai xem được những gì, xoá thông tin của mình.
| • ENGLISH: speak English.
|
| Ông/bà kể tiếp, hoặc chọn:
| 6. Xong, xem lại
| 0. Thôi, không gửi
