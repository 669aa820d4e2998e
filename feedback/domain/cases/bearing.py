"""Suggests what a text may be in law: praise, an accusation, a khiếu nại, a tố cáo, or none.

It never decides: a person does, by the content (Luật Tiếp công dân 2013 Đ.25).
"""

from enum import StrEnum

from feedback.domain import accusations as said
from feedback.domain.screen import accuses
from feedback.domain.spotting import compiled, found, lines, readings, without


class Bearing(StrEnum):
    """What a text may be; several may hold at once, `PLAIN` only alone."""

    PLAIN = "plain"
    PRAISE = "praise"
    MISCONDUCT = "misconduct"
    """It accuses someone of misconduct, and only those outside the unit may read it."""
    COMPLAINT = "complaint"
    """Khiếu nại: a decision or act touches the writer's own rights (Luật Khiếu nại Đ.2.1)."""
    DENUNCIATION = "denunciation"
    """Tố cáo: an unlawful act is reported to be dealt with (Luật Tố cáo Đ.2.1)."""


_DECISION = "(quyết định|qđ|phương án|kết luận|thông báo|văn bản|biên bản)"
_COMPLAINING = f"""
khiếu nại|khiếu kiện|khởi kiện|kiện ra tòa|kiện hành chính
(không|chưa) (đồng ý|nhất trí|chấp nhận|tán thành|đồng tình|chấp hành) _{_DECISION}
(hủy|hủy bỏ|huỷ|huỷ bỏ|thu hồi|xem xét lại|xem lại|sửa|đình chỉ|rút) _quyết định
{_DECISION} _(trái luật|trái pháp luật|sai luật|không đúng luật|trái quy định|oan|bất công)
(phạt|xử phạt|cưỡng chế|thu hồi|từ chối) _(oan|sai luật|trái luật|trái pháp luật)
xâm phạm quyền|quyền (và |, )?lợi ích hợp pháp
(file|lodge|make|submit) _(formal complaint|complaint against)|appeal against
(against|overturn|cancel) _decision
"""
_DENOUNCING = """
tố cáo|tố giác|denounce|denounced|denouncing|denunciation|whistleblower
"""
_DENIED = """
khiếu nại|khiếu kiện|tố cáo|tố giác
"""
_SO = "(được |có |thật |rất |là |mấy )?"
_PRAISING = """
nhiệt tình|chu đáo|tận tình|tận tâm|niềm nở|thân thiện|dễ thương|dễ mến|dễ chịu|vui vẻ|lịch sự
tuyệt vời|xuất sắc|chuyên nghiệp|đáng khen|đáng quý|hoan nghênh|biểu dương|hoan hô|khen|biết ơn
rất ưng|ưng ý|hài lòng|liêm chính|10 điểm|mười điểm|nhanh gọn|nhanh chóng|gọn lẹ|đúng hẹn
(rất|quá|cực|thật|ngày càng|làm việc|phục vụ|dịch vụ|chất lượng) (tốt|nhanh|oke|ok|chuẩn|hay)
(hỗ trợ|giải quyết|làm|xong) (rất |quá )?nhanh|không phải chờ|(tốt|oke|ok|hay) (lắm|quá)
(cảm|cám) ơn (các|cán|anh|chị|cô|chú|em|bạn|mọi|đã|bộ|ủy|phường|xã)|(cảm|cám) ơn _(nhiều|giúp|tận)
tks|thanks|thank you (very|so|for|all)|excellent|great|friendly|helpful
very (good|nice|kind|fast|quick|polite)
"""
_PRAISES = "|".join(lines(_PRAISING))
# Wished for, denied, or the thanks that end any letter: none of these praises.
_FAINT = f"""
(không|chưa|chẳng|thiếu|kém|nếu|mong|để|cần|phải|nên|hơi|mới|not|never) {_SO}({_PRAISES})
({_PRAISES}) (hơn|thì|giá)
(xin|trân trọng|chân thành) (chân thành )?(cảm|cám) ơn
"""

_COMPLAINT = compiled(lines(_COMPLAINING))
_DENUNCIATION = compiled(lines(_DENOUNCING))
_PRAISE = compiled(lines(_PRAISING))
_FAINT_PRAISE = compiled(lines(_FAINT))
_DENIALS = compiled(said.denials(_DENIED), unless=said.TWIST)
_OFFICES = compiled(lines(said.OFFICES))


def bearing(text: str) -> frozenset[Bearing]:
    """Suggest what a text may be; `PLAIN` alone when nothing else is found.

    Marks, case and usual short spellings make no difference. When in doubt it is misconduct, which
    fewest may read; what is denied ("không có gì khiếu nại") or names an office is not counted.
    """
    texts = without(_DENIALS, without(_OFFICES, readings(text)))
    seen = {
        Bearing.PRAISE: found(_PRAISE, without(_FAINT_PRAISE, texts)),
        Bearing.MISCONDUCT: accuses(text),
        Bearing.COMPLAINT: found(_COMPLAINT, texts),
        Bearing.DENUNCIATION: found(_DENUNCIATION, texts),
    }
    return frozenset(b for b, is_so in seen.items() if is_so) or frozenset({Bearing.PLAIN})
