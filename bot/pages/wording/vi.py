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
    "desk.renamed": "Trên bảng ở quầy còn ghi tên cũ: {formerly}.",
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
    # What could not be taken
    "photo.big": "Ảnh lớn quá 10 MB nên chưa gửi được. Xin ông/bà chọn ảnh nhỏ hơn.",
    "photo.pixels": "Ảnh có khổ lớn quá nên chúng tôi không mở được. "
    "Xin ông/bà chọn ảnh khổ nhỏ hơn, hoặc chụp lại màn hình ảnh đó.",
    "photo.heic": "Ảnh kiểu HEIC chúng tôi chưa đọc được. Xin ông/bà chọn ảnh JPEG hoặc PNG, "
    "hoặc chụp lại màn hình ảnh đó.",
    "photo.kind": "Tệp này không phải ảnh chúng tôi đọc được. "
    "Xin ông/bà chọn ảnh JPEG, PNG hoặc WebP.",
    "photo.again": "Xin ông/bà chọn lại ảnh.",
    "photo.broken": "Ảnh này bị hỏng nên chúng tôi không mở được. Xin ông/bà chọn ảnh khác.",
    "photo.later": "Lúc này có quá nhiều ảnh gửi lên nên ảnh của ông/bà chưa được ghi. "
    "Xin ông/bà gửi lại ảnh sau.",
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
    "done.then_sealed": "Mức hài lòng được tính vào chỉ số hài lòng của đơn vị. Cán bộ ở quầy "
    "không biết ai đã đánh giá.",
    "done.close": "Ông/bà có thể đóng trang này.",
    # Received while the database is away
    "received.title": "Đã nhận đánh giá",
    "received.level": "Đã nhận: {level}",
    "received.more": "Đã nhận phần ông/bà gửi thêm.",
    "received.later": "Máy chủ đang bận nên sẽ ghi sau ít phút. Ông/bà không cần gửi lại.",
    "received.photo": "Ảnh chưa nhận được. Muốn gửi ảnh, xin ông/bà mở lại trang này sau.",
    # Going on in a messenger
    "go.head": "Nói tiếp qua ứng dụng nhắn tin",
    "go.why": "Ông/bà có thể gửi thêm góp ý hay ảnh qua ứng dụng nhắn tin. "
    "Vẫn là một đánh giá này.",
    "go.lasts": "Mã dùng được trong {minutes} phút.",
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
    "problem.tablet.title": "Máy này chưa dùng được",
    "problem.tablet": "Máy này chưa được đăng ký, hoặc đã ngừng. "
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
    "public.n_of_raw": "{n} đánh giá được tính, trong {raw} đánh giá đã nhận",
    "public.target": "Mục tiêu: {target}% ({decision})",
    "public.suppressed": "Chưa đủ số liệu",
    "public.sample": "MẪU",
    "public.about": "Đọc các con số này thế nào",
    "public.others": "Các kỳ khác",
    "public.page": "Trang {n} trên {last}",
    "public.before": "Trang trước",
    "public.after": "Trang sau",
    "public.tree.then": "Mỗi đánh giá được tính cho đơn vị của ngày đánh giá.",
    "public.tree.now": "Mỗi đánh giá được tính cho đơn vị hiện nay.",
    "public.note.chance_only": "Khoảng tin cậy chỉ nói về may rủi của con số. Nó không nói về việc "
    "ai chọn đánh giá và ai không, nên kết quả có thể khác với ý kiến của mọi người đã đến.",
    "public.note.not_sipas": "Đây không phải chỉ số SIPAS: SIPAS là điều tra chọn mẫu ngẫu nhiên.",
    "public.note.public": "Chưa đủ số liệu nghĩa là dưới 30 đánh giá, hoặc nếu công bố thì có thể "
    "suy ra số của nơi khác có quá ít đánh giá.",
    "public.note.batched": "Kỳ này chưa kết thúc. Số liệu được cập nhật theo từng đợt.",
    "public.note.followed": "Đánh giá của đơn vị cũ được tính cho đơn vị kế thừa.",
    "public.note.split_stays": "Đánh giá của đơn vị đã chia tách mà chưa rõ quầy nay thuộc đơn vị "
    "nào được để riêng một dòng.",
    "public.note.samples": "Dòng ghi MẪU là số liệu dựng sẵn để dùng thử, không phải ý kiến thật.",
    "public.how": "Muốn đánh giá, ông/bà quét mã trên bảng đặt ở quầy, hoặc gõ địa chỉ in trên "
    "bảng.",
    "period.quarter": "Quý {roman} năm {year}",
    "period.half1": "6 tháng đầu năm {year}",
    "period.half2": "6 tháng cuối năm {year}",
    "period.month": "Tháng {n} năm {year}",
    "period.year": "Năm {year}",
    "period.days": "Từ {first} đến hết {last}",
    # Who keeps what
    "privacy.title": "Thông tin của ông/bà được giữ thế nào",
    "privacy.who": "Ai chịu trách nhiệm",
    "privacy.office": "{office} thu nhận các đánh giá này và chịu trách nhiệm giữ gìn.",
    "privacy.no_office": "Cơ quan có quầy mà ông/bà đánh giá thu nhận các đánh giá này và chịu "
    "trách nhiệm giữ gìn.",
    "privacy.contact": "Liên hệ: {contact}",
    "privacy.no_contact": "Liên hệ: xin hỏi tại quầy.",
    "privacy.what": "Giữ những gì, trong bao lâu",
    "privacy.level": "Mức hài lòng và các câu trả lời thêm, kèm tên quầy và ngày: giữ lâu dài để "
    "tính chỉ số. Trong đó không có tên, số điện thoại hay địa chỉ của ông/bà.",
    "privacy.repeat": "Một dấu đã mã hoá, đổi theo từng quý, chỉ để một người không đánh giá hai "
    "lần một quầy trong một ngày. Từ dấu này không tìm ra được ông/bà là ai.",
    "privacy.comment": "Góp ý và ảnh, nếu ông/bà gửi: được mã hoá và giữ để đơn vị sửa cách phục "
    "vụ. Nơi chụp và thông tin máy ảnh được bỏ khỏi ảnh trước khi lưu. "
    "Xoá sau {days} ngày, hoặc khi ông/bà yêu cầu.",
    "privacy.evidence": "Dấu đã mã hoá của thiết bị và mạng, cùng giờ làm tròn đến 15 phút: giữ "
    "{days} ngày, chỉ người kiểm tra đánh giá gian lận được xem, rồi xoá.",
    "privacy.cookie": "Một tệp nhớ (cookie) trên máy của ông/bà, {days} ngày, chỉ chứa một dãy số "
    "ngẫu nhiên. Ông/bà tắt tệp nhớ thì vẫn đánh giá được.",
    "privacy.messenger": "Nếu ông/bà nhắn qua Zalo hay Telegram: địa chỉ nhắn tin được mã hoá, chỉ "
    "để trả lời ông/bà, và xoá sau {days} ngày kể từ lần nhắn cuối.",
    "privacy.state": "Chỗ đang nói dở trong Zalo hay Telegram, để ông/bà nói tiếp được: xoá sau "
    "{days} ngày kể từ lần nhắn cuối.",
    "privacy.updates": "Số của mỗi tin nhắn đã nhận, để một tin tới hai lần chỉ được ghi một lần: "
    "giữ {days} ngày.",
    "privacy.abroad": "Tin gửi qua Telegram đi qua máy chủ ở nước ngoài. Nếu không muốn, ông/bà "
    "dùng trang này.",
    "privacy.seen": "Ai xem được",
    "privacy.staff": "Cán bộ ở quầy và đơn vị không biết ai đã đánh giá. Họ chỉ xem được số liệu "
    "chung và góp ý theo từng đợt, sớm nhất là ngày làm việc hôm sau.",
    "privacy.accuse": "Góp ý nói về nhũng nhiễu chỉ người có trách nhiệm thanh tra, kiểm tra được "
    "xem.",
    "privacy.nobody": "Trang này không lấy gì từ nơi khác, không quảng cáo, không theo dõi, không "
    "cho ai khác biết ông/bà đã mở trang.",
    "privacy.ground": "Căn cứ",
    "privacy.permission": "Cơ quan được phép nhận ý kiến qua mạng xã hội theo {permission}.",
    "privacy.law": "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP. "
    "Mức hài lòng được ghi để phục vụ nhiệm vụ của cơ quan nhà nước (Điều 19). Góp ý và ảnh được "
    "nhận khi ông/bà đồng ý gửi (Điều 9); không gửi thì đánh giá vẫn được tính.",
    "privacy.rights": "Quyền của ông/bà",
    "privacy.ask": "Ông/bà có thể yêu cầu cơ quan nêu trên cho xem, sửa hay cấp bản sao (trong 10 "
    "ngày), xoá (trong 20 ngày), hoặc rút lại sự đồng ý (trả lời trong 02 ngày làm việc, thực hiện "
    "trong 15 ngày), và khiếu nại theo luật.",
    "privacy.cannot": "Riêng mức hài lòng đã ghi thì chúng tôi thường không tìm lại được, vì không "
    "biết là của ai.",
    # Problems
    "problem.home": "Về trang chính",
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
    "problem.busy.title": "Đang có quá nhiều lượt gửi",
    "problem.busy": "Xin lỗi ông/bà, trang chưa mở được. Nếu ông/bà vừa gửi gì thì chưa được ghi: "
    "xin chờ nửa phút, bấm nút quay lại rồi gửi lại.",
    "problem.500.title": "Trang vừa gặp trục trặc",
    "problem.500": "Xin lỗi ông/bà. Xin thử lại sau ít phút.",
    "problem.503.title": "Chưa lưu được, xin thử lại",
    "problem.503": "Xin lỗi ông/bà, máy chủ đang bận nên chưa ghi được. "
    "Xin ông/bà thử lại sau ít phút.",
    "problem.503.read": "Xin lỗi ông/bà, máy chủ đang bận nên chưa mở được trang. "
    "Xin ông/bà thử lại sau ít phút.",
    "problem.503.read.title": "Chưa mở được trang, xin thử lại",
}
