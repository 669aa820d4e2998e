from datetime import date
from feedback.domain.desks import Outcome
from feedback.services import places

def test_whole(either_office):
    o = either_office
    print(o.units("code,name,kind,parent_code\nA,UBND phường A,ward,P\nP,Tỉnh P,Tỉnh,\n"))
    print(o.desks("unit_code,name,service_codes\nA,Quầy 1,HOTICH|X\nA,Quầy 2,\n"))
    with o.store.look() as work:
        cards = places.desks_of(work, places.unit_named(work, "A"))
        print(cards)
        r = places.resolve_all(work, o.codes, [cards[0].token, cards[1].code, "xx", "\x00", "K7M3Q9"])
        print(r)
        assert r[cards[0].token].outcome is Outcome.HERE
        print(places.find_units(work, "PHUONG a"))
