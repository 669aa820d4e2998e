= A follow-up number typed here is not kept

@ 2026-11-18T09:00:00+07:00

> 0001 2345 6789 0123
< Đây là mã theo dõi, chúng tôi không giữ tin này. Xin ông/bà mở trang https://example.vn/t rồi nhập mã. Việc gửi từ đây thì nhắn THEO DÕI.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English
