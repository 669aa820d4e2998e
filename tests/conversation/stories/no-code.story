= Someone comes without a code

@ 2026-11-18T09:00:00+07:00

> /start
< Kính chào ông/bà! Đây là nơi ông/bà cho biết mình hài lòng đến đâu với việc phục vụ tại quầy.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> 5
< Chúng tôi chưa hiểu tin này.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> xin chào
< Kính chào ông/bà! Đây là nơi ông/bà cho biết mình hài lòng đến đâu với việc phục vụ tại quầy.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> K7M3Q
< Chúng tôi không tìm thấy mã này. Xin ông/bà xem lại mã in trên bảng ở quầy rồi nhắn lại, hoặc quét lại.
|
| Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. Ai hỏi, xin ông/bà đừng đưa.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> 9Z9Z9Z
< Chúng tôi không tìm thấy mã này. Xin ông/bà xem lại mã in trên bảng ở quầy rồi nhắn lại, hoặc quét lại.
|
| Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. Ai hỏi, xin ông/bà đừng đưa.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> BK7M3Q9
< Chúng tôi không tìm thấy mã này. Xin ông/bà xem lại mã in trên bảng ở quầy rồi nhắn lại, hoặc quét lại.
|
| Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. Ai hỏi, xin ông/bà đừng đưa.
|
| Nếu vẫn chưa được, ông/bà có thể gõ địa chỉ trang web in trên bảng, hoặc nhờ cán bộ tại quầy xem giúp mã.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> {sticker}
< Cảm ơn ông/bà đã gửi hình dán. Chúng tôi chỉ đọc được chữ và số.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> huỷ
< Ông/bà không có việc gì đang làm dở.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English
