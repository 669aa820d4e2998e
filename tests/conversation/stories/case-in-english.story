= A case in English

@ 2026-11-18T09:00:00+07:00

> english
< We will speak English from now on.
|
| Please scan the code on the sign at the desk, or send the code of 6 characters printed on it, for example: K7M3Q9
| 6. Report, praise, or say you were asked for money
| 8. Tiếng Việt

> report
< Please choose. Nothing is sent until you press Send.
|
| What would you like to send?
| 1. Comment or report
| 2. Praise
| 3. Asked for money, made trouble (sealed)
| 9. Back

> 1
< You are writing: Comment or report.
| • Who can read it: the staff who deal with it and those above them. Whoever it is about does not deal with it.
| • Your name, if you give one, is hidden; whoever opens it must record why.
| • Messages on Telegram pass through servers abroad.
|
| Please tell us: what happened, where, when. You may send several messages, photos, a voice message, files, a location. When done, choose 6.
| 6. Done, look it over
| 0. Stop, do not send

> The lift is broken
< Noted, not sent yet.
|
| Please go on, or choose:
| 6. Done, look it over
| 0. Stop, do not send

> done
< Noted what you told.
|
| At which desk was it? Please send the code of 6 characters on the sign at the desk, or write what the place is called. Skip if you do not remember.
| 9. Skip
| 0. Stop, do not send

> 9
< Skipped.
|
| Would you like to give your name? You need not. If so, please send it.
| By sending a name or phone number you agree: “I agree that the office keeps this name, phone and address only to answer me about this matter. They are encrypted, every look at them is recorded, and I may withdraw at any time. Messages on Telegram pass through servers abroad.”
| 9. Skip
| 0. Stop, do not send

> no
< Skipped.
|
| Would you like to leave a phone number? You need not.
| 9. Skip
| 0. Stop, do not send

> 9
< Skipped.
|
| Please look it over. NOT SENT YET.
| • Kind: Comment or report
| • Story: “The lift is broken”
| • Place: not given
| • Name, phone: not given
| • Who reads it: the staff who deal with it and those above them.
| 6. Send
| 7. Change
| 0. Stop, do not send

> send
! case report: The lift is broken
< We have received your report. Thank you.
|
| Follow-up number: 0001 2345 6789 0123
| Please write it down; it is shown only this once. Give it to nobody.
|
| To be answered by: Wednesday, 2 Dec 2026.
|
| We write to you here when there is news. To look, send FOLLOW; no number is needed. On another device, open https://example.vn/t and enter the number.
|
| Please scan the code on the sign at the desk, or send the code of 6 characters printed on it, for example: K7M3Q9
| 6. Report, praise, or say you were asked for money
| 8. Tiếng Việt

> follow
! case opened
< This is the matter you sent.
|
| The report, sent 18 Nov 2026
| • Now: received
| • Dealt with by: UBND phường A
| • To be answered by: Wednesday, 2 Dec 2026
| 6. Add something
| 0. Withdraw
| 9. Back

> withdraw
< Once withdrawn, it is no longer dealt with.
|
| Do you really want to withdraw it?
| 6. Yes, withdraw it
| 9. Back

> yes
! case withdrawn
< It is withdrawn, as you wish.
|
| The report, sent 18 Nov 2026
| • Now: withdrawn by you
| • Dealt with by: UBND phường A
| 9. Back

> back
< All right.
|
| Please scan the code on the sign at the desk, or send the code of 6 characters printed on it, for example: K7M3Q9
| 6. Report, praise, or say you were asked for money
| 8. Tiếng Việt
