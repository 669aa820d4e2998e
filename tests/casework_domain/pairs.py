"""Pairs of texts: the same matter in other words (=), or another matter in like words (#)."""

PAIRS = """
= | Chờ hơn 2 tiếng mới tới lượt nộp hồ sơ khai sinh | Tôi nộp hồ sơ khai sinh mà phải chờ hơn hai tiếng mới tới lượt
= | Máy lấy số ở quầy 3 bị hỏng từ sáng | máy lấy số quầy 3 hư rồi
= | Quạt trần phòng chờ hỏng, nóng quá | phong cho nong qua, quat tran hong
= | Cán bộ quầy 2 trả lời cộc lốc với người già | Nhân viên quầy 2 trả lời người già rất cộc lốc
= | Hồ sơ đất của tôi trễ hẹn 10 ngày chưa có kết quả | Ho so dat tre hen 10 ngay roi van chua co ket qua
= | Đèn đường thôn 3 hỏng cả tuần nay | đèn đường ở thôn 3 bị hỏng một tuần nay
= | Rác đầu ngõ 45 ba ngày chưa ai thu gom | ngõ 45 rác để ba ngày không thu gom
= | Thu tiền photo giá 5 nghìn một tờ là quá đắt | photo giá 5 nghìn 1 tờ đắt quá
= | Nhà vệ sinh tầng 1 bẩn, không có nước | nhà vệ sinh tầng 1 rất bẩn và không có nước rửa tay
= | Trang web dịch vụ công bị lỗi không nộp được hồ sơ | web dich vu cong loi hoai, khong nop ho so duoc
= | Đề nghị có thêm ghế ngồi cho người già ở phòng chờ | Phòng chờ thiếu ghế ngồi cho người già, đề nghị bổ sung
= | Bãi giữ xe chật, không có mái che | bãi xe không mái che lại chật
= | Cán bộ làm việc riêng, bấm điện thoại để dân chờ | để dân chờ còn cán bộ thì bấm điện thoại làm việc riêng
= | Giấy khai sinh in sai ngày sinh của con tôi | Con tôi bị in sai ngày sinh trên giấy khai sinh
= | Đường vào ủy ban bị ngập khi mưa | Mưa là đường vào ủy ban ngập hết
= | Nhân viên bảo vệ quát người dân | bảo vệ quát dân
= | Loa phường mở quá sớm, ồn ào | Loa phường ồn, mở sớm quá
= | Chó thả rông ở hẻm 12 cắn trẻ em | hẻm 12 có chó thả rông cắn trẻ em
= | Nước máy yếu cả tuần nay ở tổ 5 | tổ 5 nước máy yếu suốt tuần
= | Không có biên lai khi thu lệ phí chứng thực | thu lệ phí chứng thực không đưa biên lai
= | Quầy thuế đóng cửa lúc 16h dù giờ làm việc đến 17h | 16h quầy thuế đã đóng cửa, giờ làm việc ghi 17h
= | Bảng hướng dẫn viết chữ nhỏ khó đọc | chữ trên bảng hướng dẫn nhỏ quá khó đọc
= | Cột điện trước nhà số 8 nghiêng sắp đổ | cột điện số 8 nghiêng nguy hiểm sắp đổ
= | Xin cấp lại căn cước mà hẹn 3 lần không có | căn cước cấp lại hẹn ba lần vẫn chưa có
= | Cây xanh ngã chắn lối đi chợ An Phú | cay xanh nga chan loi di cho an phu
= | Hố ga mất nắp trên đường Lê Lợi | đường Lê Lợi có hố ga bị mất nắp
= | Karaoke nhà hàng xóm ồn đến nửa đêm | hàng xóm hát karaoke ồn tới nửa đêm
= | chờ lâu quá | cho lau qua
= | Chờ lâu quá, cả buổi sáng chưa xong | đợi cả buổi sáng lâu quá mà chưa xong
= | The ticket machine at desk 3 is broken | ticket machine broken at desk 3
= | Máy lạnh phòng chờ không mát | máy lạnh trong phòng chờ không mát chút nào
= | Thiếu người tiếp nhận hồ sơ buổi chiều | buổi chiều thiếu người tiếp nhận hồ sơ
= | Cô ở quầy hộ tịch hướng dẫn sai, tôi phải về làm lại đơn | quầy hộ tịch hướng dẫn sai làm tôi phải làm lại đơn
# | Chờ hơn 2 tiếng mới tới lượt nộp hồ sơ khai sinh | Nộp hồ sơ đất đai nhanh, chỉ chờ 5 phút
# | Máy lấy số ở quầy 3 bị hỏng từ sáng | Máy in ở quầy 1 hết giấy
# | Quạt trần phòng chờ hỏng | Đèn phòng họp hỏng
# | Cán bộ quầy 2 trả lời cộc lốc | Cán bộ quầy 2 rất nhiệt tình, trả lời rõ ràng
# | Hồ sơ đất của tôi trễ hẹn 10 ngày | Tôi được trả hồ sơ hộ tịch đúng hẹn
# | Đèn đường thôn 3 hỏng cả tuần nay | Đường bê tông thôn 7 nứt
# | Rác đầu ngõ 45 chưa ai thu gom | Nước thải chảy ra ngõ 12
# | Nhà vệ sinh tầng 1 bẩn | Nhà văn hóa thôn khóa cửa suốt
# | Trang web dịch vụ công bị lỗi | Dịch vụ công ích thu phí rác cao
# | Đề nghị có thêm ghế ngồi cho người già | Đề nghị có thêm đèn đường
# | Bãi giữ xe chật, không có mái che | Bãi giữ xe thu tiền quá giá
# | Cán bộ làm việc riêng để dân chờ | Cán bộ đất đai nhận tiền của dân
# | Giấy khai sinh in sai ngày sinh | Xin giấy khai sinh cần mang gì
# | Đường vào ủy ban ngập | Xin cấp sổ đỏ cho thửa đất giáp ủy ban
# | Loa phường mở quá sớm | Phường tổ chức họp dân quá muộn
# | Chó thả rông ở hẻm 12 | Hẻm 12 đèn không sáng
# | Nước máy yếu cả tuần nay ở tổ 5 | Tổ 5 chưa nhận được tiền hỗ trợ bão
# | Không có biên lai khi thu lệ phí | Lệ phí hộ tịch ở đây đã niêm yết rõ
# | Quầy thuế đóng cửa sớm | Quầy thuế giải thích chưa rõ về thuế đất
# | Bảng hướng dẫn chữ nhỏ khó đọc | Hướng dẫn tận tình, dễ hiểu
# | Xin cấp lại căn cước hẹn 3 lần không có | Xin cấp lại sổ hộ khẩu bị mất
# | Hố ga mất nắp trên đường Lê Lợi | Đường Lê Lợi kẹt xe giờ tan trường
# | Karaoke hàng xóm ồn đến nửa đêm | Công trình xây dựng làm việc nửa đêm
# | chờ lâu quá | nóng quá
# | Tôi chờ kết quả hộ chiếu | Tôi chờ kết quả đo đất
# | The ticket machine is broken | There are not enough chairs
# | Máy lạnh phòng chờ không mát | Phòng chờ không có nước uống
# | Thiếu người tiếp nhận hồ sơ buổi chiều | Người nhà tôi nhận hồ sơ thiếu một tờ
# | Trẻ em không có chỗ chơi | Không có chỗ đậu xe ô tô
# | Tiền trợ cấp tháng 5 chưa nhận | Tiền điện tháng 5 tăng cao
# | Anh bảo vệ dắt xe giúp người già | Bảo vệ quát người già khi gửi xe
# | Thủ tục đăng ký kết hôn cần giấy gì | Thủ tục đăng ký khai tử mất bao lâu
# | Cầu khỉ ấp 4 gãy ván | Ấp 4 chưa có nước sạch
# | Con tôi chưa có thẻ bảo hiểm y tế | Trạm y tế hết vắc xin cho con tôi
# | không ý kiến | không có ý kiến gì thêm về quầy thuế
= | Sáng thứ hai tôi ra phường làm khai sinh cho cháu, ngồi từ 7 giờ tới 11 giờ mới được gọi, chỉ có một cán bộ tiếp | Cả buổi sáng thứ hai phường chỉ có một cán bộ tiếp khai sinh, tôi ngồi từ 7 giờ đến 11 giờ mới gọi tới
= | Tôi nộp hồ sơ cấp đổi sổ đỏ từ tháng 3, giấy hẹn ghi 20 ngày mà đến nay là tháng 6 chưa có | Hồ sơ cấp đổi sổ đỏ nộp tháng 3, hẹn 20 ngày, nay tháng 6 vẫn chưa có kết quả
= | Kính đề nghị ủy ban sửa đoạn đường hẻm 45 bị hư nhiều ổ gà, trời mưa xe máy té hoài | Hẻm 45 nhiều ổ gà lắm, mưa xuống xe máy té, đề nghị ủy ban sửa đường
= | Bà con tổ 7 phản ánh mùi hôi từ trại heo của hộ ông T. rất khó chịu | tổ 7 chịu mùi hôi trại heo không nổi nữa
= | Hệ thống lấy số tự động ở trung tâm hành chính không hoạt động nên mọi người chen lấn | máy lấy số trung tâm hành chính không hoạt động, dân chen lấn
= | Cháu tôi khuyết tật ngồi xe lăn không lên được bậc thềm vì không có lối dốc | trụ sở không có lối dốc cho xe lăn, người khuyết tật không lên bậc thềm được
= | Lệ phí chứng thực hợp đồng niêm yết 50 nghìn nhưng quầy thu 70 nghìn | chứng thực hợp đồng quầy thu 70 nghìn trong khi niêm yết 50 nghìn
= | Gọi đường dây nóng của xã cả tuần không ai bắt máy | đường dây nóng xã không ai nghe máy cả tuần
= | Người nước ngoài không đọc được biển hướng dẫn, nên có tiếng Anh | biển hướng dẫn nên có thêm tiếng Anh cho người nước ngoài
# | Sáng thứ hai tôi ra phường làm khai sinh cho cháu, ngồi từ 7 giờ tới 11 giờ mới được gọi | Sáng thứ hai tôi ra phường làm căn cước, có cán bộ hướng dẫn nên 15 phút là xong
# | Tôi nộp hồ sơ cấp đổi sổ đỏ từ tháng 3, giấy hẹn ghi 20 ngày mà nay chưa có | Tôi nộp hồ sơ xin trợ cấp người cao tuổi từ tháng 3, cán bộ báo thiếu giấy
# | Kính đề nghị ủy ban sửa đoạn đường hẻm 45 bị hư nhiều ổ gà | Kính đề nghị ủy ban lắp thêm đèn chiếu sáng ở hẻm 12
# | Bà con tổ 7 phản ánh mùi hôi từ trại heo | Bà con tổ 7 phản ánh điện yếu vào buổi tối
# | Hệ thống lấy số tự động không hoạt động | Hệ thống loa gọi số nói quá nhỏ nghe không rõ
# | Cháu tôi khuyết tật ngồi xe lăn không lên được bậc thềm | Cháu tôi chưa được cấp thẻ bảo hiểm cho người khuyết tật
# | Lệ phí chứng thực hợp đồng niêm yết 50 nghìn nhưng thu 70 nghìn | Lệ phí đăng ký kết hôn có được miễn không
# | Gọi đường dây nóng của xã cả tuần không ai bắt máy | Dây điện đường vào xã võng xuống rất nguy hiểm
# | Đề nghị công khai danh sách hộ nghèo của thôn 2 | Thôn 2 có hộ nghèo chưa được sửa nhà
"""


def pairs() -> list[tuple[bool, str, str]]:
    """Give (same matter?, one text, the other)."""
    rows = (line.split(" | ") for line in PAIRS.strip().splitlines())
    return [(mark == "=", one, other) for mark, one, other in rows]
