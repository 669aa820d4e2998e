"""What the pages say in Vietnamese: plain and short, to ông/bà."""

WORDS: dict[str, str] = {
    # Every page
    "skip": "Tới phần chính",
    "other_language": "English",
    "privacy_link": "Thông tin của ông/bà được giữ thế nào",
    "never_ask": "Trang này không hỏi tài khoản, số định danh, mã OTP hay tiền.",
    "sample": "MẪU: quầy này chỉ để dùng thử, không phải cơ quan thật.",
    "office": "Bộ phận Một cửa",
    # The desk's page
    "desk.title": "Đánh giá {desk}",
    "desk.ask": "Ông/bà có hài lòng không?",
    "desk.hint": "Bấm một mức. Đánh giá được ghi ngay khi bấm, không kèm tên.",
    "desk.levels": "Mức hài lòng",
    "desk.now": "đang ghi",
    "desk.rated": "Hôm nay ông/bà đã đánh giá quầy này rồi. Bấm lại là sửa đánh giá đó.",
    "desk.change": "Mức đang ghi: {level}. Mời ông/bà chọn lại.",
    "desk.moved": "Quầy của mã này đã chuyển. Dưới đây là quầy hiện nay.",
    "desk.moved_from": "Mã này trước đây là của {formerly}. Dưới đây là quầy hiện nay.",
    "desk.revoked": "Mã này không còn dùng nữa. Ông/bà có thể đánh giá quầy dưới đây.",
    "desk.revoked_from": "Mã này trước đây là của {formerly}, nay không còn dùng nữa. "
    "Ông/bà có thể đánh giá quầy dưới đây.",
    "desk.elsewhere": "Hoặc đánh giá qua ứng dụng nhắn tin",
    # Why the form is shown again
    "again.missing": "Chúng tôi chưa nhận được mức hài lòng. Xin ông/bà bấm một mức.",
    "again.page": "Trang ông/bà mở trước đó không dùng tiếp được, nên chưa có gì được ghi. "
    "Xin ông/bà bấm lại một mức.",
    "again.expired": "Trang này mở đã lâu, nên chưa có gì được ghi. Xin ông/bà bấm lại một mức.",
    "again.tapped": "Lúc nãy ông/bà bấm: {level}.",
    "again.kept": "Những gì ông/bà đã viết vẫn còn, và sẽ được gửi cùng.",
    "again.photo": "Nếu có ảnh, xin ông/bà chọn lại ảnh ở bước sau.",
    # Thanks, and what may follow
    "more.title": "Đã ghi đánh giá",
    "more.thanks": "Cảm ơn ông/bà!",
    "more.recorded": "Đã ghi: {level}",
    "more.corrected": "Đã sửa thành: {level}",
    "more.wrong": "Bấm nhầm? Sửa",
    "more.head": "Ông/bà muốn nói thêm?",
    "more.optional": "Không bắt buộc. Ông/bà trả lời câu nào cũng được.",
    "more.comment": "Góp ý của ông/bà",
    "more.comment_hint": "Xin đừng ghi tên, số điện thoại nếu ông/bà không muốn lộ.",
    "more.photo": "Ảnh kèm theo",
    "more.photo_hint": "Một ảnh, không quá 10 MB. Xin đừng chụp mặt người khác và giấy tờ riêng.",
    "more.send": "Gửi thêm",
    "more.nothing": "Ông/bà chưa trả lời câu nào và chưa viết gì. Đánh giá vẫn được ghi như trên.",
    # What could not be taken
    "photo.big": "Ảnh lớn quá 10 MB nên chưa gửi được. Xin ông/bà chọn ảnh nhỏ hơn.",
    "photo.heic": "Ảnh kiểu HEIC chúng tôi chưa đọc được. Xin ông/bà chọn ảnh JPEG hoặc PNG, "
    "hoặc chụp lại màn hình ảnh đó.",
    "photo.kind": "Tệp này không phải ảnh chúng tôi đọc được. "
    "Xin ông/bà chọn ảnh JPEG, PNG hoặc WebP.",
    "photo.broken": "Ảnh này bị hỏng nên chúng tôi không mở được. Xin ông/bà chọn ảnh khác.",
    "photo.full": "Mỗi lần đánh giá chỉ gửi kèm được 5 ảnh. Ảnh này chưa được ghi.",
    "comment.cut": "Góp ý dài quá, chúng tôi chỉ ghi được {most} ký tự đầu.",
    "comment.full": "Ông/bà đã gửi nhiều góp ý cho lần này. Góp ý vừa rồi chưa được ghi.",
    # The end
    "done.title": "Cảm ơn ông/bà",
    "done.thanks": "Cảm ơn ông/bà!",
    "done.given": "Chúng tôi đã ghi:",
    "done.level": "Mức hài lòng: {level}",
    "done.answers": "Số câu đã trả lời thêm: {n}",
    "done.comment": "Góp ý của ông/bà",
    "done.photo": "Ảnh kèm theo",
    "done.then": "Đánh giá được tính vào chỉ số hài lòng của đơn vị. Góp ý được chuyển tới đơn vị "
    "sớm nhất là ngày làm việc hôm sau, không kèm tên. Cán bộ ở quầy không biết ai đã đánh giá.",
    "done.close": "Ông/bà có thể đóng trang này.",
    # Going on in a messenger
    "go.head": "Nói tiếp qua ứng dụng nhắn tin",
    "go.why": "Ông/bà có thể gửi thêm góp ý hay ảnh qua ứng dụng nhắn tin. "
    "Vẫn là một đánh giá này.",
    "go.lasts": "Mã dùng được trong 30 phút.",
    "go.code": "Mã của ông/bà",
    "go.desk_code": "Mã của quầy",
    "go.zalo": "Mở Zalo",
    "go.zalo_copy": "Sao chép mã và mở Zalo",
    "go.zalo_hint": "Trong Zalo: dán mã vào ô tin nhắn rồi bấm Gửi.",
    "go.copied": "Đã sao chép mã.",
    "go.telegram": "Mở Telegram",
    # The shared tablet
    "kiosk.next": "Màn hình tự trở về cho người sau.",
    "kiosk.more": "Nói thêm vài câu",
    "kiosk.start": "Xong, về đầu",
    "kiosk.gone.title": "Máy này chưa dùng được",
    "kiosk.gone": "Máy này chưa được đăng ký, hoặc đã ngừng. "
    "Xin ông/bà quét mã trên bảng ở quầy, và nhờ cán bộ xem lại máy.",
    # The public page
    "public.title": "Chỉ số hài lòng tại Bộ phận Một cửa",
    "public.lead": "Tỷ lệ người chọn Hài lòng hoặc Rất hài lòng, theo từng đơn vị và từng kỳ đã "
    "công bố.",
    "public.none": "Chưa có kỳ nào được công bố.",
    "public.none_hint": "Khi đơn vị công bố một kỳ, kết quả sẽ có ở đây.",
    "public.index": "{index}%",
    "public.interval": "Khoảng tin cậy 95%: {low}% đến {high}%",
    "public.n": "{n} đánh giá",
    "public.suppressed": "Chưa đủ số liệu",
    "public.suppressed_hint": "Dưới 30 đánh giá thì chưa công bố con số.",
    "public.sample": "MẪU",
    "public.sample_hint": "Dòng ghi MẪU là số liệu dựng sẵn để dùng thử.",
    "public.about": "Đọc các con số này thế nào",
    "public.limits": "Khoảng tin cậy chỉ nói về may rủi của con số. Nó không nói về việc ai chọn "
    "đánh giá và ai không, nên kết quả có thể khác với ý kiến của mọi người đã đến làm việc.",
    "public.not_survey": "Đây không phải chỉ số SIPAS: SIPAS là điều tra chọn mẫu ngẫu nhiên.",
    "public.period": "Kỳ {period}",
    "public.how": "Muốn đánh giá, ông/bà quét mã trên bảng đặt ở quầy, hoặc gõ địa chỉ in trên "
    "bảng.",
    # Problems
    "problem.home": "Xem trang chung",
    "problem.retry": "Gửi lại",
    "problem.kept": "Những gì ông/bà đã chọn và đã viết vẫn còn ở đây. Ảnh thì xin chọn lại sau.",
    "problem.404.title": "Không tìm thấy trang này",
    "problem.404": "Xin ông/bà xem lại địa chỉ in trên bảng ở quầy, hoặc quét mã lại.",
    "problem.unknown.title": "Không tìm thấy quầy của mã này",
    "problem.405.title": "Trang này không mở được theo cách đó",
    "problem.405": "Xin ông/bà quét mã trên bảng ở quầy để bắt đầu lại.",
    "problem.413.title": "Nội dung gửi lên lớn quá",
    "problem.413": "Ảnh không được quá 10 MB. Mức hài lòng đã bấm trước đó, nếu có, vẫn được ghi. "
    "Xin ông/bà quay lại trang trước và chọn ảnh nhỏ hơn.",
    "problem.400.title": "Nội dung gửi lên không đọc được",
    "problem.400": "Xin ông/bà quét mã lại và bấm lại một mức.",
    "problem.500.title": "Trang vừa gặp trục trặc",
    "problem.500": "Xin lỗi ông/bà. Xin thử lại sau ít phút.",
    "problem.503.title": "Chưa lưu được, xin thử lại",
    "problem.503": "Xin lỗi ông/bà, máy chủ đang bận nên chưa ghi được. "
    "Xin ông/bà thử lại sau ít phút.",
    "problem.503.read": "Xin lỗi ông/bà, máy chủ đang bận nên chưa mở được trang. "
    "Xin ông/bà thử lại sau ít phút.",
    "problem.503.read.title": "Chưa mở được trang, xin thử lại",
}
