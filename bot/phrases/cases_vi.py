"""The Vietnamese catalogue of cases: telling, sending, following. Plain and short, to ông/bà."""

PHRASES: dict[str, str] = {
    # What a case is
    "kind.report": "Góp ý, phản ánh",
    "kind.petition": "Kiến nghị",
    "kind.idea": "Hiến kế",
    "kind.praise": "Khen",
    "kind.misconduct": "Bị đòi tiền, gây khó dễ (gửi kín)",
    "kind.complaint": "Khiếu nại",
    "kind.denunciation": "Tố cáo (gửi kín)",
    "case.report": "Phản ánh",
    "case.petition": "Kiến nghị",
    "case.idea": "Ý kiến",
    "case.praise": "Lời khen",
    "case.misconduct": "Tin gửi kín",
    "case.complaint": "Khiếu nại",
    "case.denunciation": "Tin gửi kín",
    "state.new": "mới nhận",
    "state.guided": "đã nhận, đã hướng dẫn",
    "state.accepted": "đang giải quyết",
    "state.waiting_citizen": "chờ ông/bà trả lời",
    "state.answered": "đã trả lời",
    "state.contested": "cấp trên đang xem lại",
    "state.closed": "đã kết thúc",
    "state.closed_answered": "đã trả lời và kết thúc",
    "state.closed_unanswered": "đã kết thúc, không có câu trả lời",
    "state.closed_undecided": "cấp trên đã kết thúc, không trả lời thêm",
    "state.closed_praise": "đã ghi nhận, cảm ơn ông/bà",
    "state.closed_guided": "đã kết thúc ở đây, đã hướng dẫn",
    "state.withdrawn": "ông/bà đã rút",
    "state.merged": "giải quyết chung với việc giống như vậy",
    "state.forwarded": "đã chuyển nơi khác giải quyết",
    "state.spam": "không giải quyết, vì không phải là một việc cụ thể",
    "judge.yes": "Hài lòng",
    "judge.partly": "Hài lòng một phần",
    "judge.no": "Không hài lòng",
    # Days
    "weekday.1": "thứ Hai",
    "weekday.2": "thứ Ba",
    "weekday.3": "thứ Tư",
    "weekday.4": "thứ Năm",
    "weekday.5": "thứ Sáu",
    "weekday.6": "thứ Bảy",
    "weekday.7": "Chủ nhật",
    # Choices
    "offer.case": "Góp ý, khen, báo bị đòi tiền",
    "offer.case.low": "Gửi phản ánh để được trả lời",
    "offer.case.waiting": "Viết tiếp, gửi phản ánh đang dở",
    "offer.mine": "Xem việc đã gửi",
    "offer.stop": "Thôi, không gửi",
    "offer.go": "Xong, xem lại",
    "offer.send": "Gửi",
    "offer.back": "Quay lại",
    "offer.later": "Để sau",
    "offer.change": "Sửa",
    "offer.change.more": "Kể thêm",
    "offer.change.anew": "Kể lại từ đầu",
    "offer.change.place": "Sửa nơi xảy ra",
    "offer.change.who": "Sửa tên, số điện thoại",
    "offer.add": "Nhắn thêm",
    "offer.judge": "Cho biết có hài lòng không",
    "offer.judge.again": "Chọn lại mức hài lòng",
    "offer.contest": "Đề nghị cấp trên xem lại",
    "offer.contest.send": "Gửi lên cấp trên",
    "offer.withdraw": "Rút lại",
    "offer.withdraw.sure": "Đúng, rút lại",
    # Choosing
    "choose.open": "Mời ông/bà chọn. Chưa có gì được gửi cho đến khi ông/bà bấm Gửi.",
    "choose.ask": "Ông/bà muốn gửi điều gì?",
    "choose.authority": "Nếu bị đòi tiền, gây khó dễ, xin ông/bà gửi tới: {authority}",
    "choose.above": "Nếu bị đòi tiền, gây khó dễ, xin ông/bà gửi tới cơ quan cấp trên.",
    "choose.stopped": "Vâng, không gửi gì cả.",
    # Who reads it
    "notice.plain": "• Ai đọc được: cán bộ được giao giải quyết và cấp trên của họ. Người bị nói "
    "tới không được giải quyết việc này.",
    "notice.sealed": "• Gửi kín: chỉ thanh tra ở ngoài đơn vị đọc được. Người và đơn vị bị nói tới "
    "không xem được.",
    "notice.name": "• Tên ông/bà, nếu có, được giấu; ai mở ra xem đều phải ghi lý do.",
    "notice.telegram": "• Tin gửi qua Telegram đi qua máy chủ ở nước ngoài.",
    "notice.zalo": "• Người quản lý trang Zalo của cơ quan đọc được cuộc trò chuyện này.",
    # Handing over to the web what is not taken in a chat that others read
    "handover": "Việc bị đòi tiền, gây khó dễ, xin ông/bà đừng kể ở đây: người quản lý trang Zalo "
    "của cơ quan đọc được cuộc trò chuyện này. Xin kể kín tại trang dưới đây, không cần nêu tên "
    "(mở được trong {hours} giờ):\n{form}",
    "handover.dropped": "Lời ông/bà vừa nhắn nói đến việc sai trái của cán bộ. Để giữ kín cho "
    "ông/bà, chúng tôi không ghi lời đó.",
    # Telling
    "draft.begun": "Ông/bà đang viết: {kind}.",
    "draft.again": "Ông/bà đang viết dở, chưa gửi.",
    "draft.carried": "Lời ông/bà đã nhắn được giữ sẵn, không cần nhắn lại.",
    "draft.told": "Đã ghi, chưa gửi.",
    "draft.kept": "Đã ghi lời kể.",
    "draft.nothing": "Ông/bà chưa kể gì. Xin nhắn vài lời, hoặc gửi ảnh, tin thoại.",
    "draft.full": "Lời kể đã đủ dài, tin này không ghi thêm được. Xin ông/bà gửi trước, rồi nhắn "
    "thêm sau.",
    "draft.cut": "Lời kể dài quá, chúng tôi chỉ ghi được phần đầu của tin này.",
    "draft.photo": "Đã nhận ảnh, chưa gửi.",
    "draft.voice": "Đã nhận tin thoại, chưa gửi.",
    "draft.document": "Đã nhận tệp, chưa gửi.",
    "draft.location": "Đã ghi vị trí, chưa gửi.",
    "draft.lost": "Chúng tôi chưa nhận được tệp này. Xin ông/bà gửi lại.",
    "draft.pieces": "Chỉ gửi kèm được {most} ảnh, tin thoại hoặc tệp. Phần gửi thêm chưa được ghi.",
    "draft.large": "Tệp này lớn quá. Mỗi tệp lớn nhất là {most} MB.",
    "draft.no_sticker": "Cảm ơn ông/bà đã gửi hình dán. Chúng tôi chỉ đọc được chữ và số.",
    "draft.no_video": "Chúng tôi chưa nhận được phim. Xin ông/bà gửi ảnh, hoặc kể bằng lời.",
    "draft.no_contact": "Chúng tôi không nhận danh thiếp. Nếu cần, xin ông/bà nhắn số điện thoại.",
    "draft.no_other": "Chúng tôi chưa đọc được loại tin này. Xin ông/bà nhắn bằng chữ.",
    "draft.stopped": "Vâng, không gửi gì cả.",
    "draft.dropped": "Đã bỏ. Không gửi gì cả.",
    "draft.remind": "Phản ánh ông/bà viết dở vẫn chưa gửi. Ông/bà xem lại rồi bấm Gửi. Nếu không, "
    "đến {until} chúng tôi sẽ xoá, không gửi cho ai.",
    "tell.report": "Xin ông/bà kể: việc gì, ở đâu, khi nào. Có thể nhắn nhiều tin, gửi ảnh, tin "
    "thoại, tệp, vị trí. Kể xong, chọn 6.",
    "tell.praise": "Xin ông/bà cho biết khen ai, việc gì, ở đâu. Viết xong, chọn 6.",
    "tell.misconduct": "Xin ông/bà kể: ai, ở đâu, khi nào, đòi gì. Có thể gửi ảnh, tin thoại, tệp. "
    "Kể xong, chọn 6.",
    "tell.more": "Ông/bà kể tiếp, hoặc chọn:",
    # Parts
    "part.place": "Đã ghi nơi: {where}.",
    "part.name": "Đã ghi tên: {name}.",
    "part.phone": "Đã ghi số điện thoại: {phone}.",
    "part.skipped": "Đã bỏ qua.",
    "place.ask": "Việc này ở quầy nào? Xin nhắn mã 6 ký tự trên bảng ở quầy, hoặc viết tên nơi đó. "
    "Không nhớ thì bỏ qua.",
    "name.ask": "Ông/bà có muốn nêu tên không? Không bắt buộc. Nếu có, xin nhắn tên.",
    "name.consent": "Nhắn tên hoặc số điện thoại là ông/bà đồng ý: “{consent}”",
    "phone.ask": "Ông/bà có muốn để lại số điện thoại không? Không bắt buộc.",
    # The summary
    "summary.ask": "Xin ông/bà xem lại. CHƯA GỬI.",
    "summary.kind": "• Loại: {kind}",
    "summary.text": "• Nội dung: “{text}”",
    "summary.more": "(còn {count} ký tự nữa, được gửi đủ)",
    "summary.where": "• Nơi: {where}",
    "summary.nowhere": "• Nơi: không nêu",
    "summary.day": "• Ngày: {on}",
    "summary.location": "• Vị trí: {location}",
    "summary.photo": "• Ảnh: {count}",
    "summary.voice": "• Tin thoại: {count}",
    "summary.document": "• Tệp: {count}",
    "summary.pictured": "• Ảnh đã gửi khi đánh giá: {count}",
    "summary.nobody": "• Tên, số điện thoại: không nêu",
    "summary.who": "• Người gửi: {who} (được giấu)",
    "summary.readers": "• Ai đọc: cán bộ được giao giải quyết và cấp trên.",
    "summary.readers_desk": "• Ai đọc: cán bộ được giao giải quyết và cấp trên. Người ngồi ở quầy "
    "này hôm đó không được giải quyết.",
    "summary.readers_sealed": "• Ai đọc: chỉ thanh tra ở ngoài đơn vị.",
    "summary.readers_accusing": "• Ai đọc: chỉ thanh tra ở ngoài đơn vị, vì lời ông/bà nói đến "
    "việc sai trái của cán bộ.",
    "summary.readers_nobody": "• Ai đọc: được giữ kín, chưa ai đọc, vì ở đây chưa có thanh tra ở "
    "ngoài đơn vị nhận.",
    "summary.complaint": "• Đây có thể là khiếu nại. Chúng tôi vẫn giữ, nhưng theo luật phải có "
    "đơn ký tên, gửi cơ quan đã ra quyết định, thì mới được giải quyết. Tin nhắn này không thay "
    "được đơn.",
    "summary.denunciation": "• Đây có thể là tố cáo. Chúng tôi vẫn giữ kín, nhưng theo luật phải "
    "có đơn ký tên, hoặc ông/bà tới trình bày tại nơi tiếp công dân, thì mới được giải quyết.",
    "change.open": "Chưa gửi.",
    "change.ask": "Ông/bà muốn sửa gì?",
    "change.more": "Mời ông/bà kể thêm.",
    "change.anew": "Đã bỏ lời kể và ảnh, tệp. Mời ông/bà kể lại.",
    "change.place": "Mời ông/bà cho biết lại nơi xảy ra.",
    "change.who": "Mời ông/bà cho biết lại.",
    "change.none": "Không sửa gì.",
    # The receipt
    "receipt.report": "Đã nhận phản ánh của ông/bà. Cảm ơn ông/bà.",
    "receipt.petition": "Đã nhận kiến nghị của ông/bà. Cảm ơn ông/bà.",
    "receipt.idea": "Đã nhận ý kiến của ông/bà. Cảm ơn ông/bà.",
    "receipt.praise": "Đã nhận lời khen. Cảm ơn ông/bà. Lời khen được chuyển tới đơn vị.",
    "receipt.misconduct": "Đã nhận. Việc này gửi kín tới thanh tra ở ngoài đơn vị; đơn vị bị nói "
    "tới không xem được.",
    "receipt.complaint": "Đã nhận và giữ lời của ông/bà. Để được giải quyết, ông/bà cần gửi đơn "
    "khiếu nại có ký tên tới cơ quan đã ra quyết định. Cán bộ sẽ hướng dẫn ông/bà.",
    "receipt.denunciation": "Đã nhận và giữ kín lời của ông/bà; chỉ thanh tra ở ngoài đơn vị đọc "
    "được. Để được giải quyết, ông/bà cần gửi đơn tố cáo có ký tên, hoặc tới trình bày tại nơi "
    "tiếp công dân.",
    "receipt.remark": "Lời ông/bà vừa nhắn nói đến việc sai trái của cán bộ, nên chúng tôi chuyển "
    "kín tới thanh tra ở ngoài đơn vị. Người và đơn vị bị nói tới không xem được.",
    "receipt.unrouted": "Đã nhận và giữ kín; người và đơn vị bị nói tới không xem được. Ở đây chưa "
    "có thanh tra ngoài đơn vị nhận, nên xin ông/bà gửi thêm tới: {authority}",
    "receipt.unrouted_unknown": "Đã nhận và giữ kín; người và đơn vị bị nói tới không xem được. Ở "
    "đây chưa có thanh tra ngoài đơn vị nhận, nên xin ông/bà báo thêm cho cơ quan cấp trên.",
    "receipt.number": "Mã theo dõi: {number}\nXin ông/bà chép lại; mã chỉ hiện một lần này. Đừng "
    "đưa mã cho ai.",
    "receipt.due": "Hạn trả lời: {due}.",
    "receipt.due_provisional": "Hạn trả lời (tạm tính): {due}.",
    "receipt.here": "Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã.",
    "receipt.follow": "Có gì mới, chúng tôi nhắn vào đây. Muốn xem, nhắn THEO DÕI, không cần mã. "
    "Ở máy khác, mở {page} rồi nhập mã.",
    "window.page": "Sau ngày {until_short}, Zalo có thể không cho chúng tôi nhắn; khi đó xin "
    "ông/bà hỏi bằng mã theo dõi tại {page} hoặc nhắn THEO DÕI vào đây.",
    "window.here": "Sau ngày {until_short}, Zalo có thể không cho chúng tôi nhắn; khi đó xin "
    "ông/bà nhắn THEO DÕI vào đây để hỏi.",
    # Following
    "mine.none": "Ông/bà chưa gửi việc gì trong cuộc trò chuyện này. Nếu có mã theo dõi, xin mở "
    "trang {page}",
    "mine.open": "Đây là những việc ông/bà đã gửi.",
    "mine.one": "Đây là việc ông/bà đã gửi.",
    "mine.ask": "Xin chọn việc muốn xem:",
    "mine.entry": "{case}, gửi ngày {opened_short}: {state}",
    "mine.view": "{case}, gửi ngày {opened_short}\n• Hiện nay: {state}",
    "mine.unit": "• Nơi giải quyết: {unit}",
    "mine.due": "• Hạn trả lời: {due}",
    "mine.due_provisional": "• Hạn trả lời (tạm tính): {due}",
    "mine.question": "• Cán bộ hỏi ông/bà: “{words}”",
    "mine.elsewhere": "• Xem và trả lời: trên trang tra cứu, bằng mã theo dõi",
    "mine.answer": "• Trả lời: “{words}”",
    "mine.unanswered": "• Nếu vẫn cần được trả lời, xin ông/bà nhắn GÓP Ý để gửi lại, hoặc hỏi "
    "thẳng cơ quan.",
    "mine.judged": "• Ông/bà đã chọn: {judged}",
    "mine.closed": "Vâng.",
    "words.gone": "nội dung này đã được xoá",
    "number.elsewhere": "Đây là mã theo dõi, chúng tôi không giữ tin này. Xin ông/bà mở trang "
    "{page} rồi nhập mã. Việc gửi từ đây thì nhắn THEO DÕI.",
    # Acting on a case
    "reply.add": "Mời ông/bà nhắn thêm.",
    "reply.contest": "Ông/bà có thể đề nghị cấp trên xem lại, một lần.",
    "reply.ask": "Xin nhắn lời của ông/bà vào đây, rồi chọn Gửi.",
    "reply.contest_ask": "Vì sao ông/bà chưa hài lòng? Có thể nhắn vài lời, hoặc gửi luôn:",
    "reply.text": "• Chưa gửi: “{text}”",
    "reply.held": "Đã ghi, chưa gửi.",
    "reply.nothing": "Ông/bà chưa nhắn lời nào.",
    "reply.closed": "Việc này đã xong, không nhắn thêm được. Nếu có việc mới, xin nhắn GÓP Ý.",
    "reply.dropped": "Lời ông/bà viết dở đã bỏ, không gửi.",
    "reply.later": "Vâng, để sau.",
    "reply.late": "Việc này vừa có thay đổi, nên chưa ghi được. Xin ông/bà xem lại.",
    "judge.open": "Xin ông/bà cho biết.",
    "judge.ask": "Ông/bà có hài lòng với câu trả lời không?",
    "withdraw.open": "Rút lại rồi thì việc này không được giải quyết nữa.",
    "withdraw.ask": "Ông/bà có chắc muốn rút lại không?",
    "noted.add": "Đã gửi lời của ông/bà.",
    "noted.contest": "Đã gửi lên cấp trên xem lại.",
    "noted.withdraw": "Đã rút lại, theo ý ông/bà.",
    "noted.yes": "Đã ghi: Hài lòng. Cảm ơn ông/bà!",
    "noted.partly": "Đã ghi: Hài lòng một phần. Cảm ơn ông/bà!",
    "noted.no": "Đã ghi: Không hài lòng. Chúng tôi rất tiếc.",
    # What happened to a case
    "notice.taken": "{case} ông/bà gửi ngày {opened_short} đã có người nhận giải quyết.",
    "notice.asked": "{case} ông/bà gửi ngày {opened_short}: cán bộ xin hỏi thêm: “{words}”",
    "notice.asks": "{case} ông/bà gửi ngày {opened_short}: cán bộ xin hỏi thêm.",
    "notice.answered": "{case} ông/bà gửi ngày {opened_short} đã được trả lời: “{words}”",
    "notice.extended": "{case} ông/bà gửi ngày {opened_short} cần thêm thời gian giải quyết.",
    "notice.extended_due": "{case} ông/bà gửi ngày {opened_short} cần thêm thời gian giải quyết. "
    "Hạn mới: {due}.",
    "notice.forwarded": "{case} ông/bà gửi ngày {opened_short} đã được chuyển tới nơi có trách "
    "nhiệm giải quyết.",
    "notice.referred": "{case} ông/bà gửi ngày {opened_short} thuộc nơi khác giải quyết: “{words}”",
    "notice.closed": "{case} ông/bà gửi ngày {opened_short} đã kết thúc.",
    "notice.closed_unanswered": "{case} ông/bà gửi ngày {opened_short} đã kết thúc mà không có câu "
    "trả lời. Nếu vẫn cần được trả lời, xin ông/bà nhắn GÓP Ý để gửi lại, hoặc hỏi thẳng cơ quan.",
    "notice.reopened": "{case} ông/bà gửi ngày {opened_short} được giải quyết lại.",
    "notice.reopened_due": "{case} ông/bà gửi ngày {opened_short} được giải quyết lại. Hạn trả "
    "lời: {due}.",
    "notice.merged": "{case} ông/bà gửi ngày {opened_short} được giải quyết chung với việc giống "
    "như vậy. Ông/bà vẫn nhận được trả lời.",
    "notice.unmerged": "{case} ông/bà gửi ngày {opened_short} được tách ra, giải quyết riêng.",
    "notice.guided": "{case} ông/bà gửi ngày {opened_short} đã được xem.",
    "notice.handled": "{case} ông/bà gửi ngày {opened_short} được giải quyết ngay tại đây. Phần "
    "nào là khiếu nại, tố cáo thì ông/bà vẫn làm theo hướng dẫn đã gửi.",
    "notice.handled_due": "{case} ông/bà gửi ngày {opened_short} được giải quyết ngay tại đây. Hạn "
    "trả lời: {due}. Phần nào là khiếu nại, tố cáo thì ông/bà vẫn làm theo hướng dẫn đã gửi.",
    "notice.late": "{case} ông/bà gửi ngày {opened_short} đã quá hạn mà chưa được trả lời. Chúng "
    "tôi xin lỗi, và đã báo cấp trên.",
    "notice.unfetched": "Có một ảnh hoặc tệp ông/bà gửi ngày {opened_short} chúng tôi không "
    "nhận được. Xin ông/bà nhắn THEO DÕI rồi kể thêm bằng lời.",
    "notice.other": "{case} ông/bà gửi ngày {opened_short} có thay đổi.",
    "notice.hidden": "{case} ông/bà gửi ngày {opened_short} có tin mới. Xin ông/bà mở trang {page} "
    "rồi nhập mã theo dõi để xem và trả lời.",
    "notice.midway": "Muốn xem hoặc trả lời, ông/bà nhắn THEO DÕI.",
}

SAYINGS: dict[str, tuple[str, ...]] = {
    "kind.report": ("góp ý", "phản ánh", "kiến nghị", "khiếu nại", "phản ánh góp ý"),
    "kind.praise": ("khen ngợi", "khen cán bộ"),
    "kind.misconduct": (
        "bị đòi tiền",
        "đòi tiền",
        "gây khó dễ",
        "bị gây khó dễ",
        "tố cáo",
        "gửi kín",
        "nhũng nhiễu",
    ),
    "offer.mine": ("theo dõi",),
    "offer.stop": ("thôi", "không gửi", "không gửi nữa", "bỏ"),
    "offer.go": ("xong", "xong rồi", "hết", "hết rồi", "xem lại", "gửi"),
    "offer.send": ("gửi đi", "gửi luôn", "đồng ý", "đúng", "đúng rồi", "có"),
    "offer.contest.send": ("gửi", "gửi đi", "có", "đồng ý"),
    "offer.back": ("thôi", "không", "trở lại", "bỏ qua"),
    "offer.later": ("thôi", "không", "sau", "bỏ qua", "quay lại"),
    "offer.change": ("sửa lại",),
    "offer.add": ("bổ sung", "nói thêm"),
    "offer.withdraw.sure": ("đúng", "có", "rút lại", "rút"),
    "offer.withdraw": ("rút", "rút đơn"),
    "judge.yes": ("có", "hài lòng lắm", "rất hài lòng"),
    "judge.partly": ("một phần", "tạm được"),
    "judge.no": ("không", "chưa", "chưa hài lòng"),
    "cmd-case": (
        "góp ý",
        "phản ánh",
        "góp ý phản ánh",
        "kiến nghị",
        "khiếu nại",
        "tố cáo",
        "khen",
        "bị đòi tiền",
        "gây khó dễ",
        "nhũng nhiễu",
        "#phananh",
    ),
    "cmd-follow": ("theo dõi", "việc của tôi", "kết quả", "tra cứu", "#tracuu"),
}
