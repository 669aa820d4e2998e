= Codes that have moved, were revoked, are unknown or forged

@ 2026-11-18T09:00:00+07:00

> /start MOVED1
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Mã này trước đây là của Quầy 9, UBND xã B. Nay là Quầy 2 - Hộ tịch, UBND phường A.
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

> /start MOVED2
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Quầy ông/bà quét mã đã chuyển. Nay là Quầy 2 - Hộ tịch, UBND phường A.
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

> /start MOVED3
< Quầy ông/bà quét mã đã chuyển đi nơi khác. Xin ông/bà hỏi cán bộ tại quầy để có mã mới.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> /start REVOK1
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Mã này trước đây là của Quầy 7, UBND xã B, nay không còn dùng nữa. Ông/bà có thể đánh giá tại Quầy 1 - Đất đai, UBND phường A.
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 1 - Đất đai, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> /start REVOK2
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Mã này không còn dùng nữa. Ông/bà có thể đánh giá tại Quầy 1 - Đất đai, UBND phường A.
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 1 - Đất đai, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> /start REVOK3
< Mã này không còn dùng nữa. Xin ông/bà hỏi cán bộ tại quầy để có mã mới.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> /start NOTHING
< Chúng tôi không tìm thấy mã này. Xin ông/bà xem lại mã in trên bảng ở quầy rồi nhắn lại, hoặc quét lại.
|
| Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. Ai hỏi, xin ông/bà đừng đưa.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> /start FORGED
< Mã này không phải của chúng tôi. Có thể ai đó đã dán đè mã khác lên bảng. Xin ông/bà báo cho cán bộ tại quầy.
|
| Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. Ai hỏi, xin ông/bà đừng đưa.
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

> /start REVOK3
< Mã này không còn dùng nữa. Xin ông/bà hỏi cán bộ tại quầy để có mã mới.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English

> /start FORGED
< Mã này không phải của chúng tôi. Có thể ai đó đã dán đè mã khác lên bảng. Xin ông/bà báo cho cán bộ tại quầy.
|
| Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. Ai hỏi, xin ông/bà đừng đưa.
|
| Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên bảng, ví dụ: K7M3Q9
| 6. Góp ý, khen, báo bị đòi tiền
| 8. English
