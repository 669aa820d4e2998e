"""A stand-in for Zalo, built from its papers alone: an Official Account, and the Bot Platform.

EMULATOR. It was never compared with the live service and shares no code with the product.

In a test, in the test's own loop::

    async with OaStandIn() as oa:                 # a real port: oa.url
        # give the product: API base and OAuth base oa.url, ids and secrets from oa.account,
        # the seed oa.oauth.pair.access / oa.oauth.pair.refresh
        await oa.set_webhook("http://127.0.0.1:8080/hooks/zalo/oa")   # sends the unsigned probe
        lan = oa.phone(name="Lan")                # or oa.phone("246845883529197922")
        await lan.follow()                        # every act returns when its event was tried once
        await lan.say("5")
        bubble = await lan.hears("Cảm ơn")        # the next message of the office with these words
        await lan.tap("Sửa lại")                  # a button, by its words or counted from 0
        print(lan.screen())                       # the whole chat as a person sees it
        await oa.settled()                        # nothing under way any more

Acts of a phone: ``follow unfollow click_chatnow say tap send_image send_voice send_video
send_file send_link send_sticker send_location send_card share_info withdraw open react
admin_reply``. Of the server: ``advance_clock(hours=49)``, ``hook.reorder(2)``,
``redeliver(msg_id, num_retry)``, ``faults.inject_error("message/cs", -200, times=2)``,
``faults.drop_connection / slow / stall / answer_status``, ``oauth.spoil()`` (the living access
token becomes -216), ``account.<switch>``, ``hook.<switch>``, ``events_off``, ``filter_syntax``,
``phone.refusal = -213``.
What happened: ``oa.calls``, ``oa.free``, ``oa.billed``, ``oa.templates_paid``, ``oa.events``,
``oa.oauth.refreshes``, ``oa.hook.attempts`` (status, seconds, num_retry), ``oa.transcript()``.

Time: ``OaStandIn(clock=Clock(source, pace))``; ``source`` may be a test's own clock, ``pace`` is
how many real seconds a second of a retry's pause lasts (0.001 makes 30 s last 30 ms, ``math.inf``
leaves it to ``advance_clock``).

The Bot Platform works alike: ``async with BotStandIn() as bot``, ``bot.url``, ``bot.token``,
``bot.phone()`` with ``say send_image send_sticker send_voice send_link send_unsupported repeat
hears``. Without a webhook (``setWebhook`` by the API) updates wait to be polled. Switches:
``wrapped photo_field mirrors_status queues counts_both month_quota most_users``; what happened:
``bot.calls``, ``bot.handed``, ``bot.waiting``, ``bot.lost``.

In a browser: ``oa.url + "/" + oa_id`` is what ``https://zalo.me/<oa_id>`` would be, and
``/phone/<user>`` one person's phone. ``tests.standins.hand.Hand`` drives it,
``tests.standins.threaded.beside`` runs stand-ins beside a test that sits in a browser,
``tests.standins.wiring`` names the product's settings. As a process: ``python -m
tests.standins.zalo --port 0 --webhook URL``; it is then commanded by ``POST /control/<act>``.
"""

from tests.standins.zalo.account import Account
from tests.standins.zalo.bot import BotStandIn
from tests.standins.zalo.bot_phone import BotPhone
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.handset import Bubble
from tests.standins.zalo.hook import Attempt, ProbeRefused
from tests.standins.zalo.oa import OaStandIn
from tests.standins.zalo.phone import Phone

__all__ = [
    "Account",
    "Attempt",
    "BotPhone",
    "BotStandIn",
    "Bubble",
    "Clock",
    "OaStandIn",
    "Phone",
    "ProbeRefused",
]
