"""The English catalogue of cases. Same keys, same placeholders as the Vietnamese one."""

PHRASES: dict[str, str] = {
    # What a case is
    "kind.report": "Comment or report",
    "kind.petition": "Petition",
    "kind.idea": "Idea",
    "kind.praise": "Praise",
    "kind.misconduct": "Asked for money, made trouble (sealed)",
    "kind.complaint": "Complaint",
    "kind.denunciation": "Denunciation (sealed)",
    "case.report": "The report",
    "case.petition": "The petition",
    "case.idea": "The idea",
    "case.praise": "The praise",
    "case.misconduct": "The sealed report",
    "case.complaint": "The complaint",
    "case.denunciation": "The sealed report",
    "state.new": "received",
    "state.guided": "received, guidance given",
    "state.accepted": "being dealt with",
    "state.waiting_citizen": "waiting for your reply",
    "state.answered": "answered",
    "state.contested": "being looked at again by the level above",
    "state.closed": "closed",
    "state.closed_answered": "answered and closed",
    "state.closed_unanswered": "closed without an answer",
    "state.closed_undecided": "closed by the level above without another answer",
    "state.closed_praise": "noted, thank you",
    "state.closed_guided": "closed here, guidance given",
    "state.withdrawn": "withdrawn by you",
    "state.merged": "dealt with together with one like it",
    "state.forwarded": "handed on to another office",
    "state.spam": "not dealt with, since it is no particular matter",
    "judge.yes": "Satisfied",
    "judge.partly": "Partly satisfied",
    "judge.no": "Not satisfied",
    # Days
    "weekday.1": "Monday",
    "weekday.2": "Tuesday",
    "weekday.3": "Wednesday",
    "weekday.4": "Thursday",
    "weekday.5": "Friday",
    "weekday.6": "Saturday",
    "weekday.7": "Sunday",
    # Choices
    "offer.case": "Report, praise, or say you were asked for money",
    "offer.case.low": "Send a report and get an answer",
    "offer.case.waiting": "Go on with the report you began",
    "offer.mine": "See what you sent",
    "offer.stop": "Stop, do not send",
    "offer.go": "Done, look it over",
    "offer.send": "Send",
    "offer.back": "Back",
    "offer.later": "Later",
    "offer.change": "Change",
    "offer.change.more": "Tell more",
    "offer.change.anew": "Tell it again from the start",
    "offer.change.place": "Change the place",
    "offer.change.who": "Change name or phone",
    "offer.add": "Add something",
    "offer.judge": "Say whether you are satisfied",
    "offer.judge.again": "Change how satisfied you are",
    "offer.contest": "Ask the level above to look again",
    "offer.contest.send": "Send to the level above",
    "offer.withdraw": "Withdraw",
    "offer.withdraw.sure": "Yes, withdraw it",
    # Choosing
    "choose.open": "Please choose. Nothing is sent until you press Send.",
    "choose.ask": "What would you like to send?",
    "choose.authority": "If you were asked for money or made trouble, please turn to: {authority}",
    "choose.above": "If you were asked for money or made trouble, please turn to the authority "
    "above this office.",
    "choose.stopped": "All right, nothing is sent.",
    # Who reads it
    "notice.plain": "• Who can read it: the staff who deal with it and those above them. Whoever "
    "it is about does not deal with it.",
    "notice.sealed": "• Sealed: only an inspector outside the unit can read it. The people and the "
    "unit it is about cannot.",
    "notice.name": "• Your name, if you give one, is hidden; whoever opens it must record why.",
    "notice.telegram": "• Messages on Telegram pass through servers abroad.",
    "notice.zalo": "• The managers of the office's Zalo account can read this chat.",
    # Handing over to the web what is not taken in a chat that others read
    "handover": "If you were asked for money or given trouble, please do not tell it here: the "
    "managers of the office's Zalo account can read this chat. Please tell it confidentially on "
    "this page, without your name if you like (it opens for {hours} hours):\n{form}",
    "handover.dropped": "What you just wrote is about misconduct of staff. To keep it "
    "confidential for you, we did not record it.",
    # Telling
    "draft.begun": "You are writing: {kind}.",
    "draft.again": "You have begun something that is not sent.",
    "draft.carried": "What you wrote before is kept; no need to send it again.",
    "draft.told": "Noted, not sent yet.",
    "draft.kept": "Noted what you told.",
    "draft.nothing": "You have not told anything yet. Please write a few words, or send a photo or "
    "a voice message.",
    "draft.full": "That is as long as it can be; this message is not kept. Please send it first, "
    "then add more.",
    "draft.cut": "It is too long; only the first part of this message is kept.",
    "draft.photo": "Photo received, not sent yet.",
    "draft.voice": "Voice message received, not sent yet.",
    "draft.document": "File received, not sent yet.",
    "draft.location": "Location noted, not sent yet.",
    "draft.lost": "We did not receive this file. Please send it again.",
    "draft.pieces": "At most {most} photos, voice messages or files can go along. Any further "
    "one is not kept.",
    "draft.large": "This file is too large. A file can have at most {most} MB.",
    "draft.no_sticker": "Thank you for the sticker. We can only read words and numbers.",
    "draft.no_video": "We cannot take videos yet. Please send a photo, or tell it in words.",
    "draft.no_contact": "We do not take contact cards. If needed, please write the phone number.",
    "draft.no_other": "We cannot read this kind of message yet. Please write instead.",
    "draft.stopped": "All right, nothing is sent.",
    "draft.dropped": "Let go. Nothing is sent.",
    "draft.remind": "The report you began is still not sent. Please look it over and press Send. "
    "Otherwise, on {until} we delete it and send it to nobody.",
    "tell.report": "Please tell us: what happened, where, when. You may send several messages, "
    "photos, a voice message, files, a location. When done, choose 6.",
    "tell.praise": "Please tell us whom you praise, for what, and where. When done, choose 6.",
    "tell.misconduct": "Please tell us: who, where, when, and what was asked for. You may send "
    "photos, a voice message, files. When done, choose 6.",
    "tell.more": "Please go on, or choose:",
    # Parts
    "part.place": "Place noted: {where}.",
    "part.name": "Name noted: {name}.",
    "part.phone": "Phone noted: {phone}.",
    "part.skipped": "Skipped.",
    "place.ask": "At which desk was it? Please send the code of 6 characters on the sign at the "
    "desk, or write what the place is called. Skip if you do not remember.",
    "name.ask": "Would you like to give your name? You need not. If so, please send it.",
    "name.consent": "By sending a name or phone number you agree: “{consent}”",
    "phone.ask": "Would you like to leave a phone number? You need not.",
    # The summary
    "summary.ask": "Please look it over. NOT SENT YET.",
    "summary.kind": "• Kind: {kind}",
    "summary.text": "• Story: “{text}”",
    "summary.more": "(and {count} more characters, sent in full)",
    "summary.where": "• Place: {where}",
    "summary.nowhere": "• Place: not given",
    "summary.day": "• Day: {on}",
    "summary.location": "• Location: {location}",
    "summary.photo": "• Photos: {count}",
    "summary.voice": "• Voice messages: {count}",
    "summary.document": "• Files: {count}",
    "summary.pictured": "• Photos sent with the rating: {count}",
    "summary.nobody": "• Name, phone: not given",
    "summary.who": "• From: {who} (hidden)",
    "summary.readers": "• Who reads it: the staff who deal with it and those above them.",
    "summary.readers_desk": "• Who reads it: the staff who deal with it and those above them. "
    "Whoever sat at this desk that day does not deal with it.",
    "summary.readers_sealed": "• Who reads it: only an inspector outside the unit.",
    "summary.readers_accusing": "• Who reads it: only an inspector outside the unit, because you "
    "speak of wrongdoing by staff.",
    "summary.readers_nobody": "• Who reads it: kept sealed and read by nobody yet, because no "
    "inspector outside the unit is here to receive it.",
    "summary.complaint": "• This may be a complaint in law (khiếu nại). We keep it, but the law "
    "wants a signed form, sent to the office that took the decision, before it can be settled. "
    "This message does not replace the form.",
    "summary.denunciation": "• This may be a denunciation in law (tố cáo). We keep it sealed, but "
    "the law wants a signed form, or that you come in person to the citizens' reception office, "
    "before it can be settled.",
    "change.open": "Not sent yet.",
    "change.ask": "What would you like to change?",
    "change.more": "Please tell more.",
    "change.anew": "The story and files are let go. Please tell it again.",
    "change.place": "Please say again where it was.",
    "change.who": "Please give them again.",
    "change.none": "Nothing changed.",
    # The receipt
    "receipt.report": "We have received your report. Thank you.",
    "receipt.petition": "We have received your petition. Thank you.",
    "receipt.idea": "We have received your idea. Thank you.",
    "receipt.praise": "We have received your praise. Thank you. It is handed on to the unit.",
    "receipt.misconduct": "Received. This goes sealed to an inspector outside the unit; the unit "
    "it is about cannot see it.",
    "receipt.complaint": "We have received and keep what you told. To have it settled, you need to "
    "send a signed complaint form to the office that took the decision. The staff will guide you.",
    "receipt.denunciation": "We have received what you told and keep it sealed; only an inspector "
    "outside the unit can read it. To have it settled, you need to send a signed form, or come in "
    "person to the citizens' reception office.",
    "receipt.remark": "What you just wrote speaks of wrongdoing by staff, so we hand it sealed to "
    "an inspector outside the unit. The people and the unit it is about cannot see it.",
    "receipt.unrouted": "Received and kept sealed; the people and the unit it is about cannot see "
    "it. There is no inspector outside the unit here yet, so please also turn to: {authority}",
    "receipt.unrouted_unknown": "Received and kept sealed; the people and the unit it is about "
    "cannot see it. There is no inspector outside the unit here yet, so please also tell the "
    "authority above this office.",
    "receipt.number": "Follow-up number: {number}\nPlease write it down; it is shown only this "
    "once. Give it to nobody.",
    "receipt.due": "To be answered by: {due}.",
    "receipt.due_provisional": "To be answered by (provisional): {due}.",
    "receipt.here": "We write to you here when there is news. To look, send FOLLOW; no number is "
    "needed.",
    "receipt.follow": "We write to you here when there is news. To look, send FOLLOW; no number is "
    "needed. On another device, open {page} and enter the number.",
    "window.page": "After {until_short}, Zalo may not let us write to you; then please ask with "
    "the follow-up number at {page}, or send FOLLOW here.",
    "window.here": "After {until_short}, Zalo may not let us write to you; then please send FOLLOW "
    "here to ask.",
    # Following
    "mine.none": "You have not sent anything in this chat. If you have a follow-up number, please "
    "open {page}",
    "mine.open": "These are the matters you sent.",
    "mine.one": "This is the matter you sent.",
    "mine.ask": "Please choose one to see:",
    "mine.entry": "{case}, sent {opened_short}: {state}",
    "mine.view": "{case}, sent {opened_short}\n• Now: {state}",
    "mine.unit": "• Dealt with by: {unit}",
    "mine.due": "• To be answered by: {due}",
    "mine.due_provisional": "• To be answered by (provisional): {due}",
    "mine.question": "• We asked you: “{words}”",
    "mine.elsewhere": "• To see it and reply: the follow-up page, with the follow-up number",
    "mine.answer": "• Answer: “{words}”",
    "mine.unanswered": "• If you still need an answer, send REPORT to tell it again, or ask the "
    "office directly.",
    "mine.judged": "• You chose: {judged}",
    "mine.closed": "All right.",
    "words.gone": "this text was erased",
    "number.elsewhere": "This is a follow-up number; we do not keep this message. Please open "
    "{page} and enter it there. For what was sent from here, send FOLLOW.",
    # Acting on a case
    "reply.add": "Please write what you want to add.",
    "reply.contest": "You may ask the level above to look again, once.",
    "reply.ask": "Please write your words here, then choose Send.",
    "reply.contest_ask": "Why are you not satisfied? You may write a few words, or send right "
    "away:",
    "reply.text": "• Not sent yet: “{text}”",
    "reply.held": "Noted, not sent yet.",
    "reply.nothing": "You have not written anything yet.",
    "reply.closed": "This matter is over; nothing can be added. For something new, send REPORT.",
    "reply.dropped": "What you began to write is let go and not sent.",
    "reply.later": "All right, later.",
    "reply.late": "This matter has just changed, so nothing was recorded. Please look again.",
    "judge.open": "Please tell us.",
    "judge.ask": "Are you satisfied with the answer?",
    "withdraw.open": "Once withdrawn, it is no longer dealt with.",
    "withdraw.ask": "Do you really want to withdraw it?",
    "noted.add": "Your words are sent.",
    "noted.contest": "It is sent to the level above.",
    "noted.withdraw": "It is withdrawn, as you wish.",
    "noted.yes": "Recorded: satisfied. Thank you!",
    "noted.partly": "Recorded: partly satisfied. Thank you!",
    "noted.no": "Recorded: not satisfied. We are sorry.",
    # What happened to a case
    "notice.taken": "{case} you sent on {opened_short} is now in hand.",
    "notice.asked": "{case} you sent on {opened_short}: we would like to ask: “{words}”",
    "notice.asks": "{case} you sent on {opened_short}: we would like to ask something.",
    "notice.answered": "{case} you sent on {opened_short} is answered: “{words}”",
    "notice.extended": "{case} you sent on {opened_short} needs more time.",
    "notice.extended_due": "{case} you sent on {opened_short} needs more time. The new date: "
    "{due}.",
    "notice.forwarded": "{case} you sent on {opened_short} was handed to the office in charge.",
    "notice.referred": "{case} you sent on {opened_short} belongs elsewhere: “{words}”",
    "notice.closed": "{case} you sent on {opened_short} is closed.",
    "notice.closed_unanswered": "{case} you sent on {opened_short} is closed without an answer. If "
    "you still need one, send REPORT to tell it again, or ask the office directly.",
    "notice.reopened": "{case} you sent on {opened_short} is open again.",
    "notice.reopened_due": "{case} you sent on {opened_short} is open again. To be answered by: "
    "{due}.",
    "notice.merged": "{case} you sent on {opened_short} is dealt with together with one like it. "
    "You will still get the answer.",
    "notice.unmerged": "{case} you sent on {opened_short} is dealt with by itself again.",
    "notice.guided": "{case} you sent on {opened_short} has been looked at.",
    "notice.handled": "{case} you sent on {opened_short} is dealt with here after all. For what is "
    "a formal complaint or denunciation, please go on by the guidance you were given.",
    "notice.handled_due": "{case} you sent on {opened_short} is dealt with here after all. To be "
    "answered by: {due}. For what is a formal complaint or denunciation, please go on by the "
    "guidance you were given.",
    "notice.late": "{case} you sent on {opened_short} is past its date without an answer. We are "
    "sorry, and have told those above.",
    "notice.unfetched": "A photo or file that you sent on {opened_short} did not reach us. "
    "Please send FOLLOW and tell it in words.",
    "notice.other": "{case} you sent on {opened_short} has changed.",
    "notice.hidden": "{case} you sent on {opened_short} has news. To see it and reply, please open "
    "{page} and enter the follow-up number.",
    "notice.midway": "To look or reply, send FOLLOW.",
}

SAYINGS: dict[str, tuple[str, ...]] = {
    "kind.report": ("report", "comment", "complaint"),
    "kind.praise": ("praise",),
    "kind.misconduct": ("asked for money", "bribe", "bribery", "denounce"),
    "offer.mine": ("follow",),
    "offer.stop": ("do not send", "don't send", "drop it"),
    "offer.go": ("done", "finished", "that is all", "send"),
    "offer.send": ("yes", "ok", "okay", "send it"),
    "offer.contest.send": ("send", "yes"),
    "offer.back": ("no", "skip"),
    "offer.later": ("no", "not now", "skip", "back"),
    "offer.change": (),
    "offer.add": ("add",),
    "offer.withdraw.sure": ("yes", "withdraw"),
    "judge.yes": ("yes",),
    "judge.partly": ("partly",),
    "judge.no": ("no",),
    "cmd-case": ("report", "comment", "complaint", "praise", "denounce", "bribe"),
    "cmd-follow": ("follow", "my cases", "status"),
}
