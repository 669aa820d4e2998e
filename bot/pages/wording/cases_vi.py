"""What the pages about a citizen's matter say in Vietnamese: plain and short, to ông/bà."""

WORDS: dict[str, str] = {
    # Telling
    "more.sealed": "Lời ông/bà nói đến việc sai trái của cán bộ, nên được giữ kín. Đơn vị này "
    "không xem được.",
    "tell.title": "Gửi góp ý, phản ánh",
    "tell.offer": "Ông/bà muốn được trả lời?",
    "tell.offer_why": "Kể rõ sự việc, có người xem và trả lời ông/bà.",
    "tell.offer_link": "Gửi góp ý, phản ánh",
    "tell.lead": "Mời ông/bà kể việc của mình. Chưa có gì được gửi cho tới khi ông/bà xem lại và "
    "bấm Gửi.",
    "tell.place": "Nơi: {desk}, {unit}",
    "tell.no_place": "Nơi: chưa rõ quầy nào",
    "tell.choice": "Ông/bà muốn gửi",
    "tell.choice.report": "Góp ý, phản ánh",
    "tell.choice.praise": "Khen",
    "tell.choice.misconduct": "Bị đòi tiền, gây khó dễ (gửi kín)",
    "tell.misconduct_hint": "Gửi kín: chỉ người thanh tra ngoài đơn vị đọc được.",
    "tell.misconduct_away": "Bị đòi tiền, gây khó dễ: ở đây chưa có người nhận ngoài đơn vị. "
    "Xin ông/bà báo với cơ quan cấp trên: {higher}",
    "tell.higher": "cơ quan quản lý cấp trên của đơn vị này.",
    "tell.text": "Sự việc",
    "tell.text_hint": "Việc gì, khi nào, ở đâu. Viết ngắn cũng được.",
    "tell.contact": "Tên và số điện thoại (không bắt buộc)",
    "tell.contact_hint": "Không ghi thì việc vẫn được xem và trả lời: ông/bà theo dõi bằng mã.",
    "tell.name": "Tên",
    "tell.phone": "Số điện thoại",
    "tell.check": "Xem lại trước khi gửi",
    # Why the form is shown again
    "tell.need_choice": "Xin ông/bà chọn muốn gửi điều gì.",
    "tell.need_text": "Xin ông/bà viết vài lời về sự việc.",
    "tell.need_consent": "Ông/bà có ghi tên hoặc số điện thoại. Xin đánh dấu đồng ý, hoặc xoá các "
    "ô đó đi.",
    "tell.cut": "Nội dung dài quá, chúng tôi chỉ nhận được {most} ký tự đầu.",
    "tell.expired": "Trang này mở đã lâu. Nội dung ông/bà viết vẫn còn, xin xem lại rồi gửi.",
    "tell.no_sealed": "Lời ông/bà nói đến việc sai trái của cán bộ, nên được giữ kín. Ở đây chưa "
    "có thanh tra ngoài đơn vị, nên hiện chưa ai đọc. Xin ông/bà báo thêm cho: {higher}",
    # The summary
    "check.title": "Xem lại trước khi gửi",
    "check.not_sent": "Chưa gửi. Xin ông/bà xem lại rồi bấm Gửi.",
    "check.what": "Loại việc",
    "check.place": "Nơi",
    "check.no_place": "Chưa rõ quầy nào",
    "check.text": "Sự việc",
    "check.who": "Người gửi",
    "check.nobody": "Không ghi tên, không ghi số điện thoại",
    "check.readers": "Ai đọc được",
    "check.readers.open": "Người giải quyết của {unit} và người giám sát. Tên và số điện thoại "
    "được cất riêng, ai mở xem đều bị ghi lại.",
    "check.readers.office": "Người giải quyết của cơ quan và người giám sát. Tên và số điện thoại "
    "được cất riêng, ai mở xem đều bị ghi lại.",
    "check.readers.sealed": "Chỉ người thanh tra ngoài {unit}. Đơn vị và cán bộ bị phản ánh không "
    "xem được.",
    "check.readers.sealed_office": "Chỉ người thanh tra. Cán bộ bị phản ánh không xem được.",
    "check.photo": "Ảnh kèm theo (nếu có)",
    "check.photo_hint": "Một ảnh, không quá 10 MB. Xin đừng chụp mặt người khác.",
    "check.send": "Gửi",
    "check.edit": "Sửa lại",
    "check.complaint": "Việc này có vẻ là khiếu nại. Chúng tôi giữ nội dung và hướng dẫn ông/bà; "
    "để được giải quyết theo luật, ông/bà cần nộp đơn có chữ ký hoặc đến nói trực tiếp tại nơi "
    "tiếp công dân.",
    "check.denunciation": "Việc này có vẻ là tố cáo. Chúng tôi giữ kín nội dung và hướng dẫn "
    "ông/bà; để được giải quyết theo luật, ông/bà cần gửi đơn có tên, địa chỉ, chữ ký, hoặc đến "
    "nói trực tiếp với cơ quan có thẩm quyền.",
    # The receipt
    "receipt.title": "Đã nhận",
    "receipt.thanks": "Chúng tôi đã nhận. Cảm ơn ông/bà!",
    "receipt.number": "Mã theo dõi của ông/bà",
    "receipt.keep": "Xin chép lại hoặc chụp màn hình. Mã chỉ hiện một lần, và không ai ở cơ quan "
    "biết mã này.",
    "receipt.due": "Hạn trả lời: {day}",
    "receipt.due_provisional": "Hạn trả lời dự kiến: {day}",
    "receipt.praise": "Lời khen được chuyển tới đơn vị.",
    "receipt.sealed": "Việc này gửi kín: chỉ thanh tra ngoài đơn vị đọc được. Đơn vị và người bị "
    "nói tới không xem được.",
    "receipt.unrouted": "Việc này được giữ kín: đơn vị và người bị nói tới không xem được. Ở đây "
    "chưa có thanh tra ngoài đơn vị, nên hiện chưa ai đọc. Xin ông/bà báo thêm cho: {higher}",
    "receipt.follow": "Ông/bà theo dõi, bổ sung hay rút lại tại",
    "receipt.next": "Tiếp theo: người giải quyết xem và trả lời. Ông/bà xem trả lời, bổ sung hay "
    "rút lại tại",
    "receipt.photo_failed": "Ảnh chưa gửi được. Ông/bà có thể gửi lại ở trang theo dõi.",
    # Following
    "track.title": "Theo dõi việc đã gửi",
    "track.lead": "Xin nhập mã theo dõi gồm 16 chữ số.",
    "track.number": "Mã theo dõi",
    "track.open": "Xem",
    "track.unknown": "Không tìm thấy việc nào theo mã này. Xin ông/bà xem lại từng nhóm số.",
    "track.lost": "Nếu mất mã, xin ông/bà gửi lại. Để giữ kín cho ông/bà, cơ quan không tra lại "
    "được mã. Việc gửi trong cuộc trò chuyện thì nhắn THEO DÕI ở đó, không cần mã.",
    "track.again": "Trang này mở đã lâu. Xin ông/bà nhập lại mã.",
    "track.sent": "Gửi ngày {day}",
    "track.state.new": "Đã nhận, đang chờ người giải quyết.",
    "track.state.guided": "Đã nhận và được giữ lại.",
    "track.state.accepted": "Đang giải quyết.",
    "track.state.waiting_citizen": "Người giải quyết cần hỏi thêm ông/bà.",
    "track.state.answered": "Đã trả lời.",
    "track.state.contested": "Ông/bà chưa đồng ý. Cấp trên đang xem lại.",
    "track.state.closed": "Đã kết thúc.",
    "track.state.closed_answered": "Đã trả lời và kết thúc.",
    "track.state.closed_unanswered": "Đã kết thúc mà không có câu trả lời. Nếu vẫn cần được trả "
    "lời, xin ông/bà gửi lại thành việc mới, hoặc hỏi thẳng cơ quan.",
    "track.state.closed_undecided": "Cấp trên đã kết thúc mà không trả lời thêm. Nếu vẫn cần được "
    "trả lời, xin ông/bà gửi lại thành việc mới, hoặc hỏi thẳng cơ quan.",
    "track.state.closed_praise": "Lời khen đã được ghi nhận. Cảm ơn ông/bà!",
    "track.state.closed_guided": "Đã kết thúc ở đây.",
    "track.state.withdrawn": "Ông/bà đã rút lại.",
    "track.state.merged": "Được giải quyết chung với một việc giống như vậy. Ông/bà vẫn nhận được "
    "trả lời ở đây.",
    "track.state.forwarded": "Đã chuyển đến nơi có thẩm quyền.",
    "track.state.spam": "Không được giải quyết vì không phải là một việc cụ thể. Nếu không đúng "
    "như vậy, xin ông/bà gửi lại và kể rõ hơn.",
    "track.guided": "Đã hướng dẫn ngày {day}.",
    "track.guided_part": "Phần khiếu nại, tố cáo: đã hướng dẫn ngày {day}.",
    "track.late": "Đã quá hạn trả lời. Chúng tôi xin lỗi ông/bà.",
    "track.words": "Trao đổi",
    "track.by_you": "Ông/bà viết",
    "track.by_office": "Cơ quan trả lời",
    "track.question": "Cơ quan hỏi thêm",
    "track.erased": "(không còn đọc được)",
    "track.judge": "Ông/bà có hài lòng với câu trả lời không?",
    "track.judge.yes": "Có",
    "track.judge.partly": "Một phần",
    "track.judge.no": "Không",
    "track.judged": "Ông/bà đã cho biết: {judged}.",
    "track.judged.yes": "hài lòng với câu trả lời",
    "track.judged.partly": "hài lòng một phần với câu trả lời",
    "track.judged.no": "chưa hài lòng với câu trả lời",
    "track.contest": "Nhờ cấp trên xem lại",
    "track.contest_hint": "Ông/bà nhờ được một lần. Nên viết vài lời vì sao chưa hài lòng.",
    "track.add": "Bổ sung",
    "track.reply": "Trả lời câu hỏi",
    "track.reply_send": "Gửi trả lời",
    "track.add_send": "Gửi bổ sung",
    "track.withdraw": "Rút lại việc này",
    "track.withdraw_sure": "Rút lại thì việc này không được giải quyết nữa. Ông/bà có chắc không?",
    "track.withdraw_yes": "Rút lại",
    "track.withdraw_no": "Không, để vậy",
    "track.done.add": "Đã nhận phần bổ sung.",
    "track.done.sealed": "Đã nhận. Lời ông/bà nói đến việc sai trái của cán bộ, nên từ nay việc "
    "này được giữ kín: đơn vị và người bị nói tới không xem được nữa.",
    "track.done.withdraw": "Đã rút lại theo ý ông/bà.",
    "track.done.judge": "Cảm ơn ông/bà đã cho biết.",
    "track.done.contest": "Đã gửi lên cấp trên xem lại.",
    "track.not_now": "Việc này không còn làm được nữa. Dưới đây là tình trạng hiện nay.",
    "track.need_text": "Xin ông/bà viết vài lời.",
    "track.unsent": "Lời vừa viết, chưa gửi",
    "track.unsent_hint": "Việc này không nhận thêm lời nữa. Nếu cần, ông/bà chép lời trên và gửi "
    "thành việc mới.",
    "track.unsent_new": "Gửi việc mới",
    "track.sent.photo": "Ảnh ông/bà gửi",
    "track.sent.voice": "Lời ghi âm ông/bà gửi",
    "track.sent.document": "Tệp ông/bà gửi",
    "track.photo_full": "Mỗi việc chỉ nhận 5 ảnh và tệp. Ảnh này chưa được ghi.",
    "problem.429.title": "Xin chờ một chút rồi thử lại",
    "problem.429": "Có quá nhiều lượt nhập sai mã. Xin ông/bà thử lại sau ít phút.",
    # A file for whoever handles the matter
    "file.title": "Tệp kèm theo",
    "file.say": "Người gửi tin cậy trao tệp này cho cơ quan. Xin chỉ xem để giải quyết công việc.",
    "file.once": "Liên kết mở được một lần, trong năm phút. Việc mở tệp được ghi lại.",
    "file.open": "Mở tệp",
    "file.save": "Tải về máy",
    "file.hear": "Bản ghi âm",
    "file.deaf": "Trình duyệt này không phát được bản ghi âm. Xin lấy liên kết mới rồi bấm "
    "“Tải về máy”.",
    "problem.file.title": "Liên kết này không còn dùng được",
    "problem.file": "Mỗi liên kết mở được một lần, trong năm phút. Xin lấy liên kết mới.",
    # What a citizen may ask about the own data
    "privacy.own": "Thông tin của ông/bà",
    "privacy.copy": "Nhận bản sao",
    "privacy.copy_file": "Tải bản sao về máy",
    "privacy.contact_gone": "Xoá tên và số điện thoại",
    "privacy.contact_sure": "Tên, số điện thoại, địa chỉ ông/bà để lại sẽ bị xoá, không lấy lại "
    "được. Việc "
    "vẫn được giải quyết, và mã theo dõi vẫn dùng được.",
    "privacy.contact_yes": "Xoá tên và số điện thoại",
    "privacy.contact_done": "Tên và số điện thoại không còn được giữ nữa.",
    "privacy.erase": "Xoá thông tin của tôi",
    "privacy.erase_sure": "Mọi lời, ảnh, tên và số điện thoại của ông/bà sẽ bị xoá hẳn, cả những "
    "việc khác "
    "gửi từ cùng nơi nhắn tin. Việc đang làm sẽ dừng, mã theo dõi không dùng được nữa, và không "
    "ai trả lời "
    "ông/bà được. Mức hài lòng đã chọn vẫn được tính, không kèm tên ai. Ông/bà có chắc không?",
    "privacy.erase_yes": "Đúng, xoá hết",
    "privacy.leave": "Không, để vậy",
    "privacy.back": "Quay lại",
    "privacy.erased": "Đã xoá",
    "privacy.erased_now": "Thông tin của ông/bà đã được xoá. Nếu trước đây ông/bà nhắn qua Zalo "
    "hay "
    "Telegram, cuộc trò chuyện ấy cũng được xoá trong ít phút nữa.",
    "privacy.no_name": "Ông/bà không để lại tên hay số điện thoại.",
    "privacy.file": "Tệp ({size} KB):",
    "privacy.agreed": "Ngày {day}, ông/bà đồng ý cho giữ tên và số điện thoại (bản {version}).",
    "privacy.taken_back": "Ngày {day}, ông/bà rút lại sự đồng ý.",
    "privacy.case_words": "Phản ánh, góp ý và trao đổi về việc ông/bà gửi: được mã hoá riêng "
    "từng việc, xoá "
    "sau {days} ngày kể từ khi việc kết thúc.",
    "privacy.case_contact": "Tên, số điện thoại, địa chỉ ông/bà để lại để được trả lời: được mã "
    "hoá, giữ "
    "tách khỏi nội dung, mỗi lần mở xem đều được ghi lại; xoá sau {days} ngày kể từ khi việc kết "
    "thúc.",
    "privacy.case_number": "Mã theo dõi: chỉ giữ dấu đã mã hoá của mã, nên chúng tôi không đọc "
    "lại được mã "
    "của ông/bà.",
    "privacy.case_files": "Ảnh, ghi âm và tài liệu gửi kèm: được mã hoá, xoá sau {days} ngày kể "
    "từ khi việc "
    "kết thúc. Nơi chụp và thông tin máy ảnh được bỏ khỏi ảnh trước khi lưu.",
    "privacy.case_own": "Có mã theo dõi thì ông/bà tự làm được ngay ở trang theo dõi: nhận bản "
    "sao, xoá tên "
    "và số điện thoại, hoặc xoá hết.",
}
