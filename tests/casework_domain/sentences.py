"""What citizens write, each line labelled by a person: what a text accuses of, asks for or praises.

M misconduct, K complaint in the sense of the law, T denunciation, P praise, - none of these.
"""

LABELLED = """
M | Cán bộ quầy 3 đòi tôi 500k mới chịu nhận hồ sơ
M | Nó bảo có tiền thì tao làm cho
M | Cà phê thuốc nước đầy đủ mới ký cho
M | Nộp 50k không có biên lai
- | Có tiền thì em nộp lệ phí ngay
- | Lệ phí niêm yết rõ ràng, tôi nộp 50k có biên lai
M | Chị ở quầy số 2 nói khéo là phải có chút gì cho anh em uống nước
M | can bo doi 2 trieu moi lam so do
M | ko đưa tiền thì ngâm hs mấy tháng
M | Họ bảo muốn nhanh thì phải chi 5 triệu
M | anh ấy gợi ý "cảm ơn" 300 ngàn
M | Bị làm khó dễ, bắt đi lại 5 lần vì không biết điều
M | Làm khó tôi đủ đường, hỏi ra mới biết phải có phong bì
M | mấy ổng đòi lì xì mới ký
M | đòi lì xì đầu năm mới chịu đóng dấu
M | Thu của tôi 200.000đ mà không đưa biên lai
M | thu 150k ko có biên lai
M | Nộp 1tr cho cò mới xong giấy khai sinh
M | Cán bộ địa chính xin 3 củ để đo đất sớm
M | phải cúng cho họ 2 chai mới được việc
M | Ở đây không có tiền thì khỏi làm
M | ko co $$ la ko xong
M | ko $$ ko lam
M | mún nhanh thì phải có tìn
M | Nhân viên vòi tiền trà nước
M | Người ta nói phải biết điều thì mới nhanh
M | Anh công chức bảo "làm luật" đi rồi anh giải quyết cho
M | Bà ở quầy hộ tịch thu thêm 50 nghìn không ghi vào biên lai
M | Cán bộ nhận quà rồi mới xử lý
M | nhận phong bì của người đến sau, cho họ vào trước
M | cho người quen làm trước, dân thường ngồi chờ từ sáng
M | Ưu tiên người nhà, chen ngang không cần lấy số
M | Bắt mua hồ sơ mẫu giá 100 nghìn ở tiệm photo đối diện
M | ép mua bảo hiểm mới cho đăng ký xe
M | Cán bộ nói hồ sơ thiếu, đưa 500 thì lại đủ
M | Ông trưởng bộ phận sờ tay tôi khi đưa giấy tờ
M | Anh ta nhắn tin tán tỉnh tôi sau khi lấy số điện thoại trong hồ sơ
M | lấy sdt trong hồ sơ nhắn tin gạ gẫm
M | Cán bộ chửi tôi trước mặt nhiều người
M | quát nạt người già, nói mày tao
M | Thái độ hách dịch, cửa quyền
M | hach dich voi dan
M | Bị hăm dọa là sẽ không cấp giấy nếu còn thắc mắc
M | Nó dọa sẽ hủy hồ sơ của tôi
M | Công an phường đòi tiền làm tạm trú
M | Cứ hẹn tới hẹn lui, ý là muốn có tiền
M | hẹn lên hẹn xuống để moi tiền dân
M | Mần giấy tờ mà cứ đòi tiền cà phê hoài
M | Răng mà o nớ đòi tiền rứa
M | mi phải đưa cho hắn ít tiền hắn mới mần cho
M | Tui phải lo lót 2 triệu mới xong
M | chạy chọt mới được cấp phép
M | Không quen biết thì đừng hòng được giải quyết
M | Gây phiền hà, sách nhiễu cho dân
M | Đề nghị kiểm tra việc cán bộ nhận hối lộ
M | họ ăn hối lộ trắng trợn
M | Chị H. cầm của tôi 1 triệu rồi im luôn
M | cầm tiền rồi không làm
M | Thu phí chứng thực 20 nghìn một bản trong khi quy định 2 nghìn
M | thu cao hơn bảng giá niêm yết
M | Thu tiền photo giá cắt cổ, bắt photo tại chỗ
M | cố tình gây khó để vòi vĩnh
M | cố tình làm sai hồ sơ của tôi để bắt nộp lại
M | Cán bộ làm giả giấy tờ cho người quen
M | Ký khống hồ sơ cho công ty sân sau
M | Cấp sổ đỏ cho người nhà trên đất tranh chấp
M | Tiết lộ thông tin của tôi cho bên bán bảo hiểm
M | Bán thông tin cá nhân của dân cho cò đất
M | Cán bộ say rượu trong giờ làm, chửi dân
M | Đi làm giấy mà như đi xin, phải cúi đầu, có quà mới vui vẻ
M | biếu gói thuốc mới chịu nói chuyện tử tế
M | phải nhờ người quen gửi gắm mới xong
M | nhờ dịch vụ bên ngoài 3 triệu thì 2 ngày xong, tự làm thì 2 tháng
M | Staff asked me for 200k to speed up my papers
M | The officer demanded money before stamping
M | they wanted a bribe
M | he asked for a gift and touched my hand
M | I had to pay extra without a receipt
M | no money no service here
M | The clerk was harassing my wife
M | she told me to put cash in the folder
M | Bắt dân chờ để vòi tiền. Tiêu cực!
M | kẹp 500 vào hồ sơ là xong ngay
M | bỏ 200k vô hồ sơ đi
M | Hồ sơ bị om 3 tháng nay không lý do
M | Cán bộ cố ý không nhận hồ sơ của tôi
M | Cô ấy bảo muốn lấy trong ngày thì gửi cô ấy 300
M | phải "bôi trơn"
M | quan liêu, hành dân đi lại 7 lần
M | hành hạ dân
M | đòi tien ca phe
M | gửi anh em ít tiền uống nước
M | chung cho họ 1tr5
M | đưa tiền bồi dưỡng thì mới nhiệt tình
M | Em không dám nói tên nhưng có người lấy tiền của dân
M | Có hiện tượng thu tiền ngoài
M | Tôi bị ép ký vào giấy trắng
M | thằng bảo vệ cũng đòi tiền mới cho vào
T M | Tôi muốn tố cáo ông trưởng phòng nhận tiền
T M | Đơn tố cáo cán bộ địa chính
T M | to cao can bo an hoi lo
T M | Tôi xin tố giác hành vi làm giả hồ sơ đất đai
T M | làm ơn cho tôi tố cáo việc này với thanh tra
T M | I want to denounce an official who takes bribes
T | Muốn tố cáo thì gửi đơn ở đâu ạ
T M | Nếu không giải quyết tôi sẽ tố cáo lên tỉnh
T M | Gia đình tôi gửi đơn tố cáo hành vi lấn chiếm đất công của cán bộ thôn
K | Tôi khiếu nại quyết định số 125/QĐ-UBND thu hồi đất của gia đình tôi
K | toi khieu nai quyet dinh xu phat hanh chinh
K | Gửi đơn khiếu nại lần hai mà chưa được trả lời
K | Yêu cầu giải quyết khiếu nại của tôi về bồi thường đất
K | Tôi không đồng ý với quyết định xử phạt, đề nghị xem xét lại
K | Đề nghị hủy quyết định thu hồi giấy phép kinh doanh của tôi
K | Quyết định cưỡng chế nhà tôi là trái pháp luật
K | UBND từ chối cấp giấy chứng nhận cho tôi là sai luật, tôi khiếu nại
K | muốn khiếu nại vì bị từ chối hồ sơ
K | Cho tôi hỏi nộp đơn khiếu nại ở đâu
K | I want to file a complaint against decision 45 of the commune
K | tôi khiếu kiện quyết định thu hồi đất
K | Không chấp nhận phương án bồi thường giải phóng mặt bằng, tôi gửi khiếu nại
K | Mức bồi thường đất không thỏa đáng, gia đình tôi không đồng ý quyết định phê duyệt
K | xin rút đơn khiếu nại
K | Tôi bị phạt oan, đề nghị thu hồi quyết định
K | KHIEU NAI LAN 2
K | đề nghị xem xét lại quyết định tính thuế đất của tôi
K T M | Đơn khiếu nại, tố cáo cán bộ thu tiền sai quy định
K M | Tôi khiếu nại việc cán bộ vòi vĩnh
P | Chị Hoa ở quầy 1 rất nhiệt tình, cảm ơn chị
P | Cán bộ thân thiện, dễ thương, làm việc nhanh
P | can bo nhiet tinh, chu dao
P | Tuyệt vời, 10 điểm
P | Rất hài lòng với thái độ phục vụ
P | Cám ơn các anh chị đã giúp đỡ bà con
P | Xin khen anh bảo vệ dắt xe giúp người già
P | Làm việc chuyên nghiệp, không nhũng nhiễu
P | Cán bộ không vòi vĩnh, không gây khó dễ, rất tốt
P | khong sach nhieu, lam nhanh gon
P | Không bị làm khó, được hướng dẫn tận tình
P | Thank you, very friendly staff
P | dịch vụ tốt, nhanh gọn lẹ
P | Nhân viên dễ mến, chỉ dẫn tận tâm
P | tks ad nhiều nha, hỗ trợ nhanh
P | Phục vụ chu đáo, tôi rất ưng
P | Mấy chú ở đây dễ thương quá trời
P | Hoan nghênh tinh thần phục vụ của bộ phận một cửa
P | Tôi biếu cán bộ gói bánh mà các anh nhất định không nhận, đáng khen
P | very helpful, excellent
- | Chờ hơn 2 tiếng mới tới lượt
- | cho lau qua, het ca buoi sang
- | Thiếu ghế ngồi, quạt hỏng
- | Máy lấy số không hoạt động
- | Nên có thêm bảng hướng dẫn bằng tiếng Êđê
- | Thái độ lạnh nhạt, không chào hỏi
- | nhân viên trả lời cộc lốc
- | Cán bộ làm việc riêng, bấm điện thoại
- | Hồ sơ trễ hẹn 5 ngày không báo
- | Trang web dịch vụ công hay lỗi, không nộp được
- | Không có chỗ đậu xe
- | Tôi không khiếu nại gì, chỉ góp ý nên mở cửa sớm hơn
- | không có gì khiếu nại
- | Đây không phải khiếu nại, chỉ là góp ý thôi
- | ko phai khieu nai dau, gop y thoi
- | Tôi không tố cáo ai, chỉ muốn góp ý về giờ làm việc
- | Phòng tiếp nhận khiếu nại ở tầng mấy
- | Quầy khiếu nại tố cáo nằm khuất quá khó tìm
- | Bảng chỉ dẫn phòng tiếp dân, giải quyết khiếu nại, tố cáo bị mờ
- | Phí chứng thực hơi cao
- | Lệ phí nộp ở đâu cũng được thì tiện hơn
- | Thủ tục rườm rà, nhiều giấy tờ
- | Nhà vệ sinh bẩn, không có giấy
- | Tôi đến nộp tiền nước sinh hoạt mà quầy đóng cửa
- | Tiền điện tiền nước đóng ở đây luôn thì tốt
- | Xin phép nghỉ làm để đi làm giấy tờ rất bất tiện
- | Đề nghị bố trí thêm người vào buổi sáng
- | Tôi nộp 2 bộ hồ sơ, chờ 500 số mới tới
- | Ngồi chờ từ 7h tới 11h
- | Cần có nước uống cho người dân
- | góp ý: xin thêm quạt, thêm ghế
- | Nhân viên nói nhỏ quá tôi nghe không rõ
- | Hướng dẫn không rõ ràng phải đi lại nhiều lần
- | ok
- | 👍
- | bình thường
- | Không ý kiến
- | Phòng bị nóng
- | Tôi hơi lo vì hồ sơ chậm
- | Đo đạc chậm, đề nghị đẩy nhanh
- | Bãi xe thu 5 nghìn một lượt là hợp lý
- | Tôi đã nộp đủ 300.000 đồng lệ phí và có biên lai
- | Lệ phí 150k, đã có hóa đơn
- | Đề nghị cho thanh toán bằng chuyển khoản thay vì tiền mặt
- | Muốn biết lệ phí làm hộ chiếu bao nhiêu tiền
- | Xin hỏi tiền nộp phạt giao thông đóng ở đâu
- | Quyết định thành lập doanh nghiệp nhận ở quầy nào
- | Cho tôi hỏi quyết định trợ cấp bao giờ có
- | Trời mưa đường ngập khó đi
- | Long waiting time, not enough chairs
- | please add English signs
- | The ticket machine is broken
- | sao lâu quá vậy
- | lm chậm wá, chờ dài cổ
- | máy lạnh hư, nóng quá trời
- | Răng mà lâu rứa, ngồi chờ mỏi lưng
- | Người dân phải photo nhiều bản
- | Xếp hàng lộn xộn, cần có vạch chờ
- | Trẻ em không có chỗ chơi trong lúc chờ
- | Cán bộ mới nên chưa quen việc
- | cán bộ giải thích chưa kỹ
- | phần mềm chạy chậm
- | Chữ trên bảng nhỏ quá người già không đọc được
- | Con dốc cho xe lăn quá cao
- | Đề xuất trả kết quả qua bưu điện
- | quà tặng cho trẻ em dịp trung thu rất ý nghĩa
- | Anh trai tôi đến nhận hộ giấy khai sinh được không
- | Lì xì đầu năm cho bà con nghèo là việc làm hay
"""

LATER = """
M | Đi làm giấy khai tử cho ba mà còn bị vòi 200 ngàn
M | bả kêu đưa thêm trăm rưỡi mới in cho
M | chú công an khu vực gợi ý bồi dưỡng
M | Muốn có sổ sớm phải lót 10 triệu
M | Không có "lót tay" là hồ sơ nằm đó
M | ngta bảo đưa 1 củ là có luôn trong ngày
M | bac do bao phai co qua bieu thi moi ky
M | Hắn kêu tui đưa tiền chi mô rứa
M | Làm hộ khẩu bị chặt 700k
M | tự nhiên thu thêm 30 nghìn gọi là phí hỗ trợ
M | Nhân viên thu hộ lệ phí rồi bỏ túi riêng
M | Ông ấy nắm tay tôi, nói chuyện thô tục
M | cố tình soi lỗi vặt để bắt dân chạy đi chạy lại
M | Trả lại hồ sơ ba lần không nêu lý do, ám chỉ chuyện tiền nong
M | Cán bộ thách thức: giỏi thì đi kiện
M | nhận tiền của tôi mà không viết phiếu thu
M | tiền đút vô mới chạy
M | cấp phép xây dựng phải qua ông A, 15 triệu một bộ
M | xin đểu dân
M | Bị gây khó khăn khi làm thủ tục thừa kế
M | he said 500k if I wanted it today
M | They refuse to process unless you pay something extra
M | pay under table or wait forever
M | Chuyển khoản riêng cho cán bộ 400 nghìn mới có kết quả
M | yêu cầu chuyển tiền vào tài khoản cá nhân
M | Cán bộ xã bớt xén tiền hỗ trợ bão lụt của dân
M | Hộ nghèo mà phải nộp lại một nửa tiền trợ cấp cho thôn
M | Con ông chủ tịch thì không cần xếp hàng
M | trù úm nhà tôi vì lần trước góp ý
M | ăn chặn tiền chính sách
T M | tố cáo chủ tịch xã bán đất công
T M | Tôi làm đơn tố giác tội phạm tham ô
T M | Đề nghị tiếp nhận tố cáo của công dân Nguyễn Văn B về việc nhận hối lộ
K | Tôi làm đơn khiếu nại về quyết định hành chính
K | Gia đình tôi không nhất trí với quyết định bồi thường
K | khiếu nại việc không cấp giấy phép xây dựng
K | Đề nghị chủ tịch xem xét lại QĐ xử phạt tôi ngày 3/5
K | khieu nai lan dau ve viec thu hoi dat
K | kính đơn khiếu nại hành vi hành chính của cán bộ tư pháp
P | Rất biết ơn cô cán bộ đã tận tình với mẹ tôi
P | Quá tốt, không mất một đồng nào ngoài lệ phí
P | nhanh, gọn, không phải chờ
P | dịch vụ oke lắm, nv vui vẻ
P | Cán bộ liêm chính, trả lại tiền thừa cho dân
P | Không có tiêu cực, không hạch sách, mong phát huy
P | great service
P | mấy bạn thanh niên tình nguyện hỗ trợ nhiệt tình
- | Nộp hồ sơ 3 lần mới được vì thiếu giấy
- | Quầy thu phí đóng cửa sớm
- | Phải chờ lãnh đạo đi họp về mới ký
- | nhân viên không biết việc, hỏi gì cũng không rõ
- | Cán bộ nói chuyện riêng, để dân chờ
- | Lấy số mà không thấy gọi
- | không có máy rút tiền gần đây
- | Tôi muốn đổi tiền lẻ để nộp lệ phí
- | Phí gửi xe đắt quá
- | Xin cấp lại giấy khai sinh mất bao nhiêu tiền
- | Hồ sơ đất đai lâu quá, mong đẩy nhanh
- | Nước uống hết, ly giấy cũng không còn
- | Cho hỏi giờ làm việc thứ bảy
- | Không khiếu nại, chỉ mong cải thiện
- | không phải tố cáo gì đâu, góp ý cho tốt hơn
- | Số điện thoại nóng gọi không ai nghe máy
- | phong bì đựng hồ sơ nên phát miễn phí
- | Biên lai in mờ, khó đọc
- | Trợ cấp tháng này chưa nhận được
- | nên bố trí người nhà đi cùng vào khu vực chờ
- | bàn viết thiếu bút
- | the website is slow
- | Tôi đến quầy 4 lần vì hệ thống lỗi
- | Mua hồ sơ ở đâu, có tải trên mạng được không
- | Thời gian trả kết quả nên ghi rõ hơn
- | sân nắng không có mái che
- | chữ ký số khó dùng
- | Đường vào ủy ban ngập nước
- | Quy định mới khó hiểu quá
- | Đề nghị mở thêm quầy nhận tiền trợ cấp cho người già
"""

FRESH = """
M | Dạ con đi nhập hộ khẩu mà chị kia nói đưa chị 300 chị làm cho lẹ
M | Ai có phong bao thì được gọi tên trước
M | Lên phường 4 lần, lần nào cũng bị bắt bẻ, đến khi dúi 200k thì xong
M | Em đút cho ông ấy 2 lít là ông ấy ký cái rẹt
M | can bo tu phap nhan tien cua dan roi hua hen
M | Bị vòi tiền
M | Xã thu mỗi hộ 500 nghìn làm đường nhưng không công khai
M | đất nhà tôi bị cán bộ cấp nhầm cho họ hàng
M | Muốn được duyệt thì phải mời các anh đi nhậu
M | họ gợi ý chuyển khoản cho vợ ông ấy
M | Giám đốc trung tâm bao che cho nhân viên sai phạm
M | cứ phải có đồng ra đồng vào mới trôi
M | Anh bảo vệ thu tiền giữ xe gấp đôi giá niêm yết, không vé
M | bắt đóng tiền ủng hộ mới chứng giấy
M | Không nộp quỹ thì không xác nhận lý lịch
M | Chị đó lườm nguýt, ném trả giấy tờ vào mặt tôi
M | xin so dien thoai con gai toi roi nhan tin bay ba
M | ong can bo dia chinh moi tien dan ngheo
M | doi 3tr tien tra nuoc
M | Cho tiền thì nhanh, không cho thì cứ chờ đó
M | Tôi gửi chị ấy 500 ngàn nhưng chưa thấy làm
M | I was told to buy coffee for the officer first
M | He wouldn't stamp it until I gave him cash
M | cán bộ thôn kê khống danh sách hộ nghèo
M | Có người đứng ngoài cổng nhận làm nhanh giá 1 triệu rưỡi, nói là quen bên trong
M | Cán bộ hộ tịch cố ý ghi sai tên con tôi để thu tiền sửa
T M | Tôi tố cáo bà L. nhận của tôi 5 triệu đồng
T M | xin to cao hanh vi nhung nhieu
K | Tôi xin khiếu nại về việc đo đạc sai diện tích đất, yêu cầu giải quyết theo luật
K | không đồng ý quyết định xử phạt vi phạm xây dựng
K | Đề nghị ủy ban hủy bỏ quyết định cưỡng chế trái luật
P | Em cảm ơn các cô chú nhiều ạ
P | tiep don niem no, lam viec dung hen
P | Làm giấy khai sinh cho bé có 15 phút là xong, quá nhanh
P | chất lượng phục vụ ngày càng tốt
P | Cán bộ ở đây không ai đòi hỏi gì, rất đáng quý
- | Sáng nay ngồi đợi gần 3 tiếng vì chỉ có một người tiếp
- | Nên bật thêm quạt
- | Nhân viên trẻ trả lời trống không với người lớn tuổi
- | ghi sai ngày sinh phải làm lại từ đầu
- | Người dân tộc như tôi nghe không hiểu, cần người phiên dịch
- | Nộp tiền thuế đất ở kho bạc xa quá
- | Máy quẹt thẻ hỏng, phải về lấy tiền mặt
- | tôi gửi hồ sơ qua bưu điện 10 ngày chưa thấy gì
- | bãi giữ xe chật
- | thang máy hư người già leo tầng 3
- | gia đình tôi được hỗ trợ 2 triệu đồng, cho hỏi khi nào nhận
- | Trời nóng mà không có nước uống
- | Cán bộ đi học hết, không ai trực
- | web báo lỗi 500 hoài
- | wifi yếu
- | Muốn nhanh thì nên nộp trực tuyến, mong ủy ban tuyên truyền thêm
- | Mong có cây ATM để rút tiền
- | Quầy số 5 để biển tạm nghỉ cả buổi
- | khong co nguoi huong dan, bang chi dan mo
- | ho so nop roi ma khong thay hen ngay tra
- | lay so tu 7h ma 10h chua toi luot
- | can them ghe cho nguoi gia
- | co ho so can bo sung ma khong ai bao
- | Ghế gãy chân, ngồi suýt ngã
- | Mẫu đơn khó điền quá
- | có thể trả kết quả vào thứ bảy không
- | Cho thuê chỗ photo gần đây cho tiện
- | staff were busy, nobody at the counter
- | the form is only in Vietnamese
- | Đường dây nóng gọi mãi không được
"""

LAST = """
M | Chị tiếp dân nói thẳng là hồ sơ này không có vài trăm thì khó
M | Mẹ tôi 80 tuổi bị cán bộ quát vào mặt
M | nhan vien noi vay thi dua them 100k di
M | hai lần đi đều bị hỏi có quà gì không
M | Cán bộ đất đai bảo về lo liệu đi rồi hẵng lên
M | Tôi mất 5 triệu cho một người trong ủy ban mới có giấy phép
M | Hồ sơ của tôi bị ngâm từ tháng 3, người nộp sau đã có kết quả
M | Họ cứ bắt bổ sung giấy tờ không có trong quy định
M | Có biểu hiện nhận tiền để cho qua
M | ông này chuyên đòi ăn
M | thu tiền trông xe sai giá
- | Cô cán bộ còn nói không hài lòng thì đi chỗ khác mà làm
M | Lấy của dân từng đồng
M | Gợi ý tôi thuê công ty quen của ảnh vẽ hồ sơ
M | Chủ tịch xã cho em vợ vào danh sách hộ nghèo
M | ban may anh di dong phi "tu nguyen" 200 ngan moi xac nhan
M | Phải chạy mới có suất
M | Chú trưởng thôn giữ lại tiền hỗ trợ của bà con
M | a guard asked me to pay 50k to skip the line
M | Officer hinted at a "thank you" envelope
T M | Tôi tố cáo việc lập khống hồ sơ đền bù
T | đơn tố giác của công dân, kính mong cơ quan chức năng vào cuộc
K | Khiếu nại kết quả xét hộ nghèo
K | Tôi không đồng ý với thông báo thu hồi đất số 12
K | Yêu cầu hủy quyết định xử phạt 7 triệu vì tôi không vi phạm
K | Quyết định giải quyết của xã là trái pháp luật, xâm phạm quyền lợi hợp pháp của tôi
P | Cô tiếp nhận hồ sơ rất dịu dàng, giải thích kỹ
P | Quá hài lòng luôn
P | ok lam, cam on moi nguoi
P | Bảo vệ nhiệt tình, nhân viên thân thiện
P | Nhanh hơn tôi tưởng, cảm ơn nhiều
P | Không thấy ai vòi vĩnh như trước nữa, dân rất mừng
- | Chờ mãi không thấy gọi số
- | Sao không có quầy ưu tiên cho người khuyết tật
- | Giấy hẹn ghi ngày 5 mà ngày 12 mới có
- | Nhân viên quên trả lại căn cước cho tôi
- | Tôi phải quay lại lấy thêm bản sao sổ hộ khẩu
- | đề nghị niêm yết lệ phí rõ ràng
- | Nghe nói lệ phí đã giảm sao vẫn thu như cũ
- | mất 2 tiếng chỉ để chứng thực 3 tờ giấy
- | Hồ sơ online báo thiếu nhưng không nói thiếu gì
- | Cán bộ ăn trưa về muộn
- | Xin thêm cây xanh trước sân
- | Giấy kết quả bị in sai tên đường
- | Hết mẫu tờ khai
- | thai do chua tot
- | quat khong chay, nong
- | ben cong an dong cua som
- | cho dau xe qua nho
- | em nop ho so 2 lan roi chua co phan hoi
- | Nhân viên nên mặc đồng phục, đeo bảng tên
- | Người già không biết dùng điện thoại quét mã
- | Mong ủy ban sửa đường hẻm 45
- | Rác ở đầu ngõ ba ngày chưa thu gom
- | Đèn đường thôn 3 hỏng
- | loa phường mở sớm quá ồn
- | Nhà hàng xóm karaoke ồn ào
- | Chó thả rông không ai xử lý
- | Nước máy yếu cả tuần
- | nên nhận thanh toán bằng mã QR
- | phí chuyển khoản qua cổng dịch vụ công hơi cao
- | Tôi được trả 300 nghìn tiền thừa, nhưng chờ lâu
- | Khi nào nhận tiền hỗ trợ bão
- | The queue number display is too small
- | No parking for motorbikes
- | I waited for two hours
- | Could you open on Saturday
"""

UNSEEN = """
M | Cho hỏi thu 1 triệu tiền làm sổ nhanh có đúng không
M | Muốn gặp lãnh đạo phải có quà cho thư ký
M | bên địa chính cứ vẽ ra thủ tục để dân phải nhờ
M | Tôi thấy có anh đưa bì thư cho cán bộ quầy 2
M | Chờ mấy tháng, đến khi có người quen gọi điện thì một ngày là xong
M | Nó đòi tui 5 trăm, tui không đưa nó không ký
M | Cán bộ Hùng nhậu say rồi vô làm việc
M | Ai biết đường đi nước bước thì vô cửa sau
M | bi ep dong tien quy khuyen hoc moi cho cong chung
M | Chị ta cười khẩy bảo không có tiền thì ráng chịu
M | cán bộ tư pháp ghi giá một đằng thu một nẻo
M | anh công an xã gợi ý tôi bồi dưỡng
M | Người trực nhận 200 nghìn của tôi và cho tôi vào trước
M | Trạm y tế bán thuốc ngoài cho bệnh nhân bảo hiểm lấy tiền
M | Bố tôi bị bắt ký vào đơn tự nguyện hiến đất
M | lanh dao cho nguoi nha trung thau
M | they told my father to bring a present next time
M | Cán bộ có lời lẽ đụng chạm tôi, hỏi chuyện riêng tư, rủ đi cà phê
M | Hộ khẩu nhập cho con phải mất thêm một khoản
M | Tiền đền bù của nhà tôi bị giữ lại 20 phần trăm
- | Cán bộ giải thích cặn kẽ, nhưng phải chờ 1 tiếng
- | Máy tính ở quầy chạy chậm, cán bộ gõ lại nhiều lần
- | Em muốn hỏi làm lý lịch tư pháp mất bao nhiêu ngày
- | Quầy 4 không có ai trực từ 9h
- | Xin giảm bớt giấy tờ
- | Tôi ở xa 20 km, đi lại nhiều lần tốn kém
- | Nên cho nộp phí bằng ví điện tử
- | Lệ phí cấp lại bằng lái 135 nghìn, nộp online được giảm không
- | Chậm trả trợ cấp xã hội 360 nghìn tháng 4
P | Công an phường tiếp dân niềm nở nhưng hẹn lại 2 lần
- | Bảng điện tử hiển thị sai số thứ tự
P | Cô lao công thân thiện, sàn nhà sạch
- | Nhà tôi bị cắt nước 2 ngày
- | đường trước nhà đào lên rồi để đó
- | Ban đêm có nhóm thanh niên nẹt pô
- | tôi muốn nhận kết quả tại nhà
- | Cần số điện thoại của quầy đất đai
- | Hồ sơ yêu cầu photo công chứng quá nhiều, hộ khẩu đã bỏ rồi còn hỏi
- | trả lời của ủy ban chung chung
- | Cán bộ nhận hồ sơ xong không đưa giấy hẹn
- | chị tư vấn nói nhanh quá
- | Nhận lương hưu ở xã phải xếp hàng từ sớm
- | Người bán hàng rong chiếm vỉa hè trước cổng
- | Tôi quên mang tiền mặt, quầy không nhận chuyển khoản
- | 2 tuần chưa thấy đo đất
- | bên thuế báo nợ 1.200.000 đồng mà tôi đã đóng rồi
- | The officer was on the phone all the time
- | It took three visits to get one stamp
- | can bo tra loi khong ro, huong dan chung chung
- | de nghi lap den o hem 7
"""


def labelled(lines: str) -> list[tuple[frozenset[str], str]]:
    """Split lines into their labels and their sentence."""
    pairs = (line.split(" | ", 1) for line in lines.strip().splitlines())
    return [(frozenset(labels.replace("-", "").split()), text) for labels, text in pairs]
