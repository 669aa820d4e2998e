"""The Vietnamese catalogue. Plain and short, to ông/bà; no jargon, and nothing of a machine."""

from bot.phrases import cases_vi

PHRASES: dict[str, str] = cases_vi.PHRASES | {
    # The scale
    "level.5": "Rất hài lòng",
    "level.4": "Hài lòng",
    "level.3": "Bình thường",
    "level.2": "Không hài lòng",
    "level.1": "Rất không hài lòng",
    "level.0": "mức ông/bà đã chọn",
    # Choices
    "offer.keep": "Giữ nguyên",
    "offer.skip": "Bỏ qua",
    "offer.skip.question": "Bỏ qua câu này",
    "offer.edit": "Sửa mức hài lòng",
    "offer.thanks": "Cảm ơn",
    "offer.en": "English",
    "offer.vi": "Tiếng Việt",
    "offer.no_desk": "Không nhớ / phản ánh chung",
    "offer.desks": "Chọn quầy trong danh sách",
    "offer.desks.more": "Xem tiếp",
    # Coming in
    "welcome": "Kính chào ông/bà! Đây là nơi ông/bà cho biết mình hài lòng đến đâu với việc "
    "phục vụ tại quầy.",
    "welcome.back": "Kính chào ông/bà! Mời ông/bà tiếp tục.",
    "welcome.again": "Vâng, mời ông/bà.",
    "welcome.done": "Kính chào ông/bà! Đánh giá hôm nay của ông/bà đã được ghi. "
    "Ông/bà đến quầy khác thì xin quét mã ở quầy đó.",
    "lobby.ask": "Xin ông/bà quét mã trên bảng đặt ở quầy, hoặc nhắn mã gồm 6 ký tự in trên "
    "bảng, ví dụ: K7M3Q9",
    "lobby.code": "Xin ông/bà nhắn mã in trên bảng đặt ở quầy, ví dụ: #K7M3Q9",
    "lobby.desks": "Ông/bà ở quầy nào? Xin nhắn số, hoặc nhắn mã in trên bảng đặt ở quầy, ví dụ: "
    "#K7M3Q9 (English: nhắn ENGLISH)",
    "desks.page": "Vâng, danh sách quầy đây ạ.",
    "visit.cold": "Ông/bà nhắn cách lần trước đã lâu, nên chúng tôi chưa ghi, xin hỏi lại cho đúng "
    "quầy.",
    "arrive.here": "Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh "
    "giá. Cần giúp, xin nhắn TRỢ GIÚP.",
    "arrive.welcomed": "Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn "
    "TRỢ GIÚP.",
    "arrive.moved": "Quầy ông/bà quét mã đã chuyển. Nay là {desk}, {unit}.",
    "arrive.moved_from": "Mã này trước đây là của {formerly}. Nay là {desk}, {unit}.",
    "arrive.moved_away": "Quầy ông/bà quét mã đã chuyển đi nơi khác. Xin ông/bà hỏi cán bộ "
    "tại quầy để có mã mới.",
    "arrive.revoked": "Mã này không còn dùng nữa. Ông/bà có thể đánh giá tại {desk}, {unit}.",
    "arrive.revoked_from": "Mã này trước đây là của {formerly}, nay không còn dùng nữa. "
    "Ông/bà có thể đánh giá tại {desk}, {unit}.",
    "arrive.revoked_away": "Mã này không còn dùng nữa. Xin ông/bà hỏi cán bộ tại quầy để có "
    "mã mới.",
    "arrive.unknown": "Chúng tôi không tìm thấy mã này. Xin ông/bà xem lại mã in trên bảng ở "
    "quầy rồi nhắn lại, hoặc quét lại.",
    "arrive.forged": "Mã này không phải của chúng tôi. Có thể ai đó đã dán đè mã khác lên "
    "bảng. Xin ông/bà báo cho cán bộ tại quầy.",
    "arrive.beware": "Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền. "
    "Ai hỏi, xin ông/bà đừng đưa.",
    "arrive.tries": "Nếu vẫn chưa được, ông/bà có thể gõ địa chỉ trang web in trên bảng, hoặc "
    "nhờ cán bộ tại quầy xem giúp mã.",
    "arrive.list": "Ông/bà cũng có thể chọn quầy trong danh sách, không cần mã.",
    "arrive.rest": "Ông/bà đã nhắn nhiều mã không đúng, nên trong một giờ tới chúng tôi tạm không "
    "nhận mã. Ông/bà vẫn gửi góp ý, phản ánh được, không cần mã.",
    "arrive.continued": "Chúng tôi đã nhận đánh giá ông/bà gửi trên trang web.\n"
    "Đã ghi: {level} ({desk}, {unit}).\nBấm nhầm? Nhắn SỬA.",
    "arrive.continued_unnamed": "Chúng tôi đã nhận đánh giá ông/bà gửi trên trang web.\n"
    "Đã ghi: {level}.\nBấm nhầm? Nhắn SỬA.",
    "arrive.again": "Hôm nay ông/bà đã đánh giá {desk}, {unit}.",
    "arrive.sample": "(Đây là quầy mẫu để dùng thử, không phải cơ quan thật.)",
    # The level
    "level.ask": "Ông/bà hài lòng đến đâu với việc phục vụ tại {desk}, {unit}?\n"
    "Xin bấm một dòng, hoặc nhắn số:",
    "level.ask_unnamed": "Với quầy ông/bà vừa quét mã, ông/bà hài lòng đến đâu?\n"
    "Xin bấm một dòng, hoặc nhắn số:",
    "level.change": "Mức đang ghi là: {level}. Nếu muốn đổi, xin ông/bà chọn lại:",
    "level.echo": "Đã ghi: {level} ({desk}, {unit}).\nBấm nhầm? Nhắn SỬA.",
    "level.echo_unnamed": "Đã ghi: {level}.\nBấm nhầm? Nhắn SỬA.",
    "level.corrected": "Đã sửa: {level} (trước đó: {before}).\nBấm nhầm? Nhắn SỬA.",
    "level.same": "Đã ghi: {level}, vẫn như trước.\nBấm nhầm? Nhắn SỬA.",
    "level.kept": "Vẫn giữ: {level}.",
    # What follows
    "question.ask": "Xin hỏi thêm một câu (ông/bà có thể bỏ qua):\n{question}",
    "question.echo": "Đã ghi: {answer}. Bấm nhầm? Nhắn SỬA.",
    "question.skipped": "Đã bỏ qua câu này.",
    "comment.ask": "Ông/bà có điều gì muốn góp ý không? Xin nhắn vào đây.",
    "comment.echo": "Đã ghi góp ý của ông/bà.",
    "comment.echo_day": "Đã ghi góp ý của ông/bà vào lần đánh giá ngày {day}. Nếu ông/bà nói "
    "về lần khác, xin quét mã ở quầy đó trước.",
    "comment.cut": "Tin này dài quá, chúng tôi chỉ ghi được {most} ký tự đầu. Phần còn lại, "
    "xin ông/bà nhắn thành tin khác.",
    "comment.skipped": "Đã bỏ qua phần góp ý.",
    "photo.ask": "Ông/bà có ảnh muốn gửi kèm không? Xin gửi vào đây. "
    "Xin đừng chụp mặt người khác và giấy tờ riêng.",
    "photo.echo": "Đã nhận ảnh của ông/bà.",
    "photo.held": "Chúng tôi đã giữ ảnh của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng "
    "hoặc gửi phản ánh.",
    "photo.full": "Mỗi lần đánh giá chỉ gửi kèm được {most} ảnh. Ảnh gửi thêm chưa được ghi.",
    "photo.lost": "Chúng tôi chưa nhận được ảnh này. Xin ông/bà gửi lại.",
    "photo.skipped": "Đã bỏ qua phần ảnh.",
    "held.text": "Chúng tôi đã giữ lời của ông/bà, và sẽ ghi kèm khi ông/bà chọn mức hài lòng hoặc "
    "gửi phản ánh.",
    "command.unknown": "Chúng tôi chưa hiểu lệnh này. Cần giúp, xin nhắn TRỢ GIÚP.",
    "held.remind": "Lời ông/bà nhắn vẫn đang chờ. Chọn mức hài lòng thì chúng tôi mới ghi được.",
    "held.full": "Tin này chưa được ghi. Xin ông/bà chọn mức hài lòng trước, rồi nhắn lại.",
    "held.released": "Đã ghi kèm lời ông/bà nhắn trước đó: “{text}”",
    "held.photos": "Đã ghi kèm ảnh ông/bà gửi trước đó.",
    "done.thanks": "Cảm ơn ông/bà! Đánh giá của ông/bà được tính vào chỉ số hài lòng của đơn vị. "
    "Góp ý, nếu có, được chuyển tới đơn vị sớm nhất là ngày làm việc hôm sau, không kèm tên.",
    "done.more": "Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.",
    "done.other": "Sang quầy khác thì nhắn mã của quầy đó, hoặc nhắn ĐÁNH GIÁ.",
    "thanked": "Cảm ơn ông/bà. Chúc ông/bà mạnh khoẻ!",
    # Taking back
    "edit.nothing": "Ông/bà chưa đánh giá quầy nào ở đây, nên chưa có gì để sửa.",
    "edit.unrated": "Ông/bà chưa chọn mức nào, nên chưa có gì để sửa.",
    "edit.question": "Mời ông/bà chọn lại. Muốn sửa mức hài lòng chung, nhắn SỬA lần nữa.",
    "edit.level": "Mời ông/bà chọn lại.",
    "edit.level_at": "Mời ông/bà chọn lại mức hài lòng tại {desk}, {unit}.",
    "edit.new_day": "Đánh giá ngày {day} giữ nguyên. Nếu hôm nay ông/bà lại đến quầy này, xin "
    "đánh giá lần mới:",
    "edited.added": "Tin ông/bà nhắn lúc đầu giữ nguyên; lời vừa sửa được ghi thêm.",
    "edited.choice": "Sửa tin cũ không làm đổi câu trả lời. Muốn chọn lại, xin nhắn SỬA.",
    # Stopping
    "cancel.nothing": "Ông/bà không có việc gì đang làm dở.",
    "cancel.unrated": "Đã dừng. Chưa có gì được ghi.",
    "cancel.dropped": "Đã dừng. Lời và ảnh ông/bà gửi trước đó đã được bỏ, không ghi.",
    "cancel.kept": "Đã dừng. Mức ông/bà đã chọn vẫn được ghi: {level}.",
    "cancel.done": "Đã xong. Những gì ông/bà đã gửi vẫn được ghi.",
    # What cannot be taken
    "media.sticker": "Cảm ơn ông/bà đã gửi hình dán. Chúng tôi chỉ đọc được chữ và số.",
    "media.voice": "Ở đây chúng tôi chưa nhận được tin thoại. Xin ông/bà nhắn bằng chữ; hoặc nhắn "
    "GÓP Ý trước, rồi gửi tin thoại kèm phản ánh.",
    "media.video": "Chúng tôi chưa nhận được phim. Xin ông/bà nhắn bằng chữ, hoặc gửi ảnh.",
    "media.document": "Ở đây chúng tôi chưa nhận được tệp. Nếu là ảnh, xin ông/bà gửi dưới dạng "
    "ảnh; hoặc nhắn GÓP Ý trước, rồi gửi tệp kèm phản ánh.",
    "media.location": "Chúng tôi không giữ vị trí của ông/bà. Muốn gửi kèm phản ánh, xin nhắn GÓP "
    "Ý trước.",
    "media.contact": "Chúng tôi không cần và không giữ số điện thoại của ông/bà hay của ai khác.",
    "shared.not_kept": "Cảm ơn ông/bà. Lúc này chúng tôi không cần, nên không giữ tên và số điện "
    "thoại của ông/bà.",
    "media.other": "Chúng tôi chưa đọc được loại tin này. Xin ông/bà nhắn bằng chữ.",
    "media.page": "Ông/bà cũng có thể gửi tại trang: {page}",
    "stale": "Nút này đã cũ, chưa có gì thay đổi.",
    "unclear": "Chúng tôi chưa hiểu tin này.",
    "stumbled": "Xin lỗi ông/bà, vừa rồi chúng tôi gặp trục trặc, tin của ông/bà chưa được ghi. "
    "Xin ông/bà gửi lại.",
    # Explaining
    "language.now": "Từ nay chúng tôi nói tiếng Việt.",
    "help": "Cách dùng:\n"
    "• Bấm một dòng, hoặc nhắn số ở đầu dòng, hoặc nhắn đúng lời của dòng. Không cần gõ dấu.\n"
    "• SỬA: chọn lại câu vừa trả lời.\n"
    "• HUỶ: dừng lại; mức đã chọn vẫn được ghi.\n"
    "• GÓP Ý: phản ánh, khen, hoặc báo bị đòi tiền, gây khó dễ.\n"
    "• THEO DÕI: xem việc đã gửi.\n"
    "• RIÊNG TƯ: ai xem được những gì, xoá thông tin của mình.\n"
    "• ENGLISH: speak English.",
    "privacy": "Ai xem được những gì:\n"
    "• Chúng tôi không cho cán bộ ở quầy và đơn vị biết ai đã đánh giá. Họ chỉ xem được số liệu "
    "chung.\n"
    "• Góp ý và ảnh được chuyển tới đơn vị theo từng đợt, sớm nhất là ngày làm việc hôm sau, "
    "không kèm tên. Xin đừng ghi tên, số điện thoại của mình nếu ông/bà không muốn lộ.\n"
    "• Phản ánh ông/bà gửi: cán bộ được giao giải quyết và cấp trên đọc được. Tin gửi kín: chỉ "
    "thanh tra ở ngoài đơn vị đọc được.\n"
    "• Chúng tôi giữ địa chỉ nhắn tin của ông/bà dưới dạng mã hoá, chỉ để trả lời ông/bà, và "
    "xoá theo hạn. Ứng dụng nhắn tin ông/bà đang dùng thì biết ông/bà có nhắn cho chúng tôi.\n"
    "• Chúng tôi không bao giờ hỏi tài khoản, số định danh, mã OTP hay tiền.\n"
    "• Muốn có bản sao, nhắn BẢN SAO. Muốn xoá hết thông tin của mình, nhắn XOÁ THÔNG TIN.",
    "erase.ask": "Mọi lời, ảnh, tên, số điện thoại và địa chỉ nhắn tin của ông/bà sẽ bị xoá hẳn. "
    "Việc đang làm sẽ dừng, mã theo dõi không dùng được nữa, và không ai trả lời ông/bà được. Mức "
    "hài lòng đã chọn vẫn được tính, không kèm tên ai. Nếu chắc chắn, xin ông/bà nhắn đúng mấy "
    "chữ: XOÁ HẾT THÔNG TIN",
    "erase.done": "Vâng. Trong ít phút nữa, sau tin này, mọi thông tin của ông/bà sẽ được xoá, kể "
    "cả cuộc trò chuyện này ở chỗ chúng tôi. Tin đã nằm trên máy của ông/bà thì ông/bà tự xoá. Xin "
    "cảm ơn ông/bà.",
    "copy.where": "Xin mở {page}, nhập mã theo dõi, rồi chọn Nhận bản sao. Mất mã thì xin hỏi tại "
    "quầy.",
}

SAYINGS: dict[str, tuple[str, ...]] = cases_vi.SAYINGS | {
    # Other ways to say a choice, as a whole message
    "offer.keep": ("giữ", "không sửa", "không đổi", "bỏ qua", "thôi"),
    "offer.skip": ("bỏ", "qua", "không", "không có", "không có gì", "thôi", "hết", "hết rồi"),
    "offer.skip.question": ("bỏ qua", "bỏ", "qua"),
    "offer.desks": ("danh sách", "xem danh sách", "chọn quầy"),
    "offer.no_desk": ("không biết", "không rõ", "quên", "quên rồi"),
    "offer.edit": ("sửa đánh giá",),
    "offer.thanks": ("cám ơn", "xin cảm ơn", "cảm ơn nhé", "cảm ơn nhiều", "vâng", "dạ", "dạ vâng"),
    "offer.en": ("tiếng anh",),
    "offer.vi": ("việt",),
    # What may be said at any time
    "cmd-start": ("xin chào", "chào", "kính chào", "alo", "bắt đầu"),
    "cmd-rate": ("đánh giá", "#danhgia"),
    "cmd-help": ("trợ giúp", "giúp", "giúp đỡ", "giúp tôi", "hướng dẫn"),
    "cmd-cancel": ("huỷ", "huỷ bỏ", "dừng", "dừng lại", "thoát"),
    "cmd-privacy": ("riêng tư", "quyền riêng tư", "bảo mật"),
    "cmd-erase": ("xoá thông tin", "xoá thông tin của tôi", "xoá dữ liệu"),
    "cmd-erase-sure": ("xoá hết thông tin", "xoá hết thông tin của tôi"),
    "cmd-copy": ("bản sao", "nhận bản sao", "xin bản sao"),
    "cmd-language": ("ngôn ngữ", "đổi ngôn ngữ", "đổi tiếng"),
    "cmd-vi": ("tiếng việt",),
    "cmd-en": ("tiếng anh",),
    "cmd-edit": ("sửa", "sửa lại", "bấm nhầm", "chọn nhầm", "chọn lại"),
}

PARTICLES = frozenset({"da", "vang", "a", "nhe", "nha"})
"""Small words of courtesy around a choice, without marks; they change nothing."""

SHORT_FORMS = {"ko": "khong", "k": "khong", "kg": "khong", "khg": "khong", "hok": "khong"}
"""How people shorten words when typing, without marks."""
