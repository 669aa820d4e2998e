"""What the pages about a citizen's matter say in English."""

WORDS: dict[str, str] = {
    # Telling
    "more.sealed": "What you wrote tells of wrongdoing by staff, so it is kept sealed. This unit "
    "cannot see it.",
    "tell.title": "Send a comment or report",
    "tell.offer": "Would you like an answer?",
    "tell.offer_why": "Tell us what happened; somebody will read it and answer you.",
    "tell.offer_link": "Send a comment or report",
    "tell.lead": "Please tell us. Nothing is sent until you have looked it over and press Send.",
    "tell.place": "Place: {desk}, {unit}",
    "tell.no_place": "Place: no particular desk",
    "tell.choice": "You would like to send",
    "tell.choice.report": "A comment or report",
    "tell.choice.praise": "Praise",
    "tell.choice.misconduct": "Money was asked for, or trouble made (sealed)",
    "tell.misconduct_hint": "Sealed: only an inspector outside the unit can read it.",
    "tell.misconduct_away": "If money was asked for or trouble made: nobody outside the unit can "
    "receive it here yet. Please tell the higher authority: {higher}",
    "tell.higher": "the authority above this unit.",
    "tell.text": "What happened",
    "tell.text_hint": "What, when and where. A few words are enough.",
    "tell.contact": "Name and phone (optional)",
    "tell.contact_hint": "Without them it is read and answered all the same: a number lets you "
    "follow it.",
    "tell.name": "Name",
    "tell.phone": "Phone",
    "tell.check": "Look it over before sending",
    # Why the form is shown again
    "tell.need_choice": "Please choose what you would like to send.",
    "tell.need_text": "Please write a few words about what happened.",
    "tell.need_consent": "You gave a name or phone. Please tick that you agree, or empty those "
    "fields.",
    "tell.cut": "The text is too long; we can only take the first {most} characters.",
    "tell.expired": "This page was opened long ago. What you wrote is still here; please look it "
    "over and send it.",
    "tell.no_sealed": "What you wrote tells of wrongdoing by staff, so it is kept sealed. No "
    "inspector outside the unit is here to receive it, so nobody reads it yet. Please also tell: "
    "{higher}",
    # The summary
    "check.title": "Look it over before sending",
    "check.not_sent": "Not sent yet. Please look it over, then press Send.",
    "check.what": "Kind",
    "check.place": "Place",
    "check.no_place": "No particular desk",
    "check.text": "What happened",
    "check.who": "From",
    "check.nobody": "No name, no phone",
    "check.readers": "Who can read it",
    "check.readers.open": "Those at {unit} who deal with it, and those who supervise. Name and "
    "phone are kept apart, and every look at them is recorded.",
    "check.readers.office": "Those at the office who deal with it, and those who supervise. Name "
    "and phone are kept apart, and every look at them is recorded.",
    "check.readers.sealed": "Only an inspector outside {unit}. The unit and the staff concerned "
    "cannot see it.",
    "check.readers.sealed_office": "Only an inspector. The staff concerned cannot see it.",
    "check.photo": "Photo (if any)",
    "check.photo_hint": "One photo, at most 10 MB. Please do not show other people's faces.",
    "check.send": "Send",
    "check.edit": "Change it",
    "check.complaint": "This looks like a legal complaint (khiếu nại). We keep it and guide you; "
    "to have it settled by law you need to hand in a signed form or speak in person where citizens "
    "are received.",
    "check.denunciation": "This looks like a denunciation (tố cáo). We keep it sealed and guide "
    "you; to have it settled by law you need to send a form with name, address and signature, or "
    "speak in person with the authority in charge.",
    # The receipt
    "receipt.title": "Received",
    "receipt.thanks": "We have received it. Thank you!",
    "receipt.number": "Your follow-up number",
    "receipt.keep": "Please write it down or take a screenshot. It is shown once, and nobody at "
    "the office knows it.",
    "receipt.due": "To be answered by {day}",
    "receipt.due_provisional": "Expected to be answered by {day}",
    "receipt.praise": "Your praise goes to the unit.",
    "receipt.sealed": "This is sealed: only an inspector outside the unit reads it. Neither the "
    "unit nor the person it is about can see it.",
    "receipt.unrouted": "This is kept sealed: neither the unit nor the person it is about can see "
    "it. No inspector outside the unit is here to receive it, so nobody reads it yet. Please also "
    "tell: {higher}",
    "receipt.follow": "Follow it, add to it or withdraw it at",
    "receipt.next": "Next: somebody reads it and answers. See the answer, add to it or withdraw it "
    "at",
    "receipt.photo_failed": "The photo could not be sent. You can send it on the follow-up page.",
    # Following
    "track.title": "Follow what you sent",
    "track.lead": "Please enter the follow-up number of 16 digits.",
    "track.number": "Follow-up number",
    "track.open": "Look",
    "track.unknown": "Nothing was found for this number. Please check each group of digits.",
    "track.lost": "If the number is lost, please send it anew: to keep your secret, the office "
    "cannot look it up. What was sent in a chat is followed there, without a number: send FOLLOW.",
    "track.again": "This page was opened long ago. Please enter the number again.",
    "track.sent": "Sent on {day}",
    "track.state.new": "Received, waiting for somebody to take it.",
    "track.state.guided": "Received, and kept.",
    "track.state.accepted": "Being dealt with.",
    "track.state.waiting_citizen": "The office has a question for you.",
    "track.state.answered": "Answered.",
    "track.state.contested": "You did not agree. The level above is looking at it again.",
    "track.state.closed": "Closed.",
    "track.state.closed_answered": "Answered and closed.",
    "track.state.closed_unanswered": "Closed without an answer. If you still need one, please send "
    "it again as a new matter, or ask the office directly.",
    "track.state.closed_undecided": "Closed by the level above without another answer. If you "
    "still need one, please send it again as a new matter, or ask the office directly.",
    "track.state.closed_praise": "Your praise was noted. Thank you!",
    "track.state.closed_guided": "Closed here.",
    "track.state.withdrawn": "You withdrew it.",
    "track.state.merged": "Being dealt with together with a matter like it. You will still find "
    "the answer here.",
    "track.state.forwarded": "Passed on to where it belongs.",
    "track.state.spam": "Not dealt with, since it is no particular matter. If that is not so, "
    "please send it again and tell more.",
    "track.guided": "Guidance was given on {day}.",
    "track.guided_part": "For what is a formal complaint or denunciation, guidance was given "
    "on {day}.",
    "track.late": "The answer is overdue. We apologise.",
    "track.words": "What was said",
    "track.by_you": "You wrote",
    "track.by_office": "The office answered",
    "track.question": "The office asked",
    "track.erased": "(cannot be read any more)",
    "track.judge": "Are you satisfied with the answer?",
    "track.judge.yes": "Yes",
    "track.judge.partly": "Partly",
    "track.judge.no": "No",
    "track.judged": "You told us that you are {judged}.",
    "track.judged.yes": "satisfied with the answer",
    "track.judged.partly": "partly satisfied with the answer",
    "track.judged.no": "not satisfied with the answer",
    "track.contest": "Ask the level above to look again",
    "track.contest_hint": "You may ask once. Please write a few words why you are not satisfied.",
    "track.add": "Add something",
    "track.reply": "Answer the question",
    "track.reply_send": "Send",
    "track.add_send": "Send",
    "track.withdraw": "Withdraw this matter",
    "track.withdraw_sure": "Once withdrawn it is not dealt with any more. Are you sure?",
    "track.withdraw_yes": "Withdraw",
    "track.withdraw_no": "No, leave it",
    "track.done.add": "What you added was received.",
    "track.done.sealed": "Received. What you wrote tells of wrongdoing by staff, so the matter "
    "is kept sealed from now on: neither the unit nor the person it is about can see it any more.",
    "track.done.withdraw": "It was withdrawn as you wished.",
    "track.done.judge": "Thank you for telling us.",
    "track.done.contest": "It was sent to the level above.",
    "track.not_now": "That is not possible any more. Below is how it stands now.",
    "track.need_text": "Please write a few words.",
    "track.unsent": "What you wrote, not sent",
    "track.unsent_hint": "This matter takes no further words. If needed, copy them and send a "
    "new matter.",
    "track.unsent_new": "Send a new matter",
    "track.sent.photo": "Photo you sent",
    "track.sent.voice": "Voice message you sent",
    "track.sent.document": "Document you sent",
    "track.photo_full": "One matter takes up to 5 photos and files. This photo was not recorded.",
    "problem.429.title": "Please wait a little and try again",
    "problem.429": "Too many wrong numbers were entered. Please try again in a few minutes.",
    # A file for whoever handles the matter
    "file.title": "Attached file",
    "file.say": "The sender entrusted this file to the office. Please open it only for your work.",
    "file.once": "The link opens once, within five minutes. Opening it is recorded.",
    "file.open": "Open the file",
    "file.save": "Download it",
    "file.hear": "Recording",
    "file.deaf": "This browser cannot play the recording. Please get a new link and press "
    "“Download it”.",
    "problem.file.title": "This link cannot be used any more",
    "problem.file": "Each link opens once, within five minutes. Please get a new link.",
    # What a citizen may ask about the own data
    "privacy.own": "Your information",
    "privacy.copy": "Get a copy",
    "privacy.copy_file": "Download the copy",
    "privacy.contact_gone": "Erase my name and phone",
    "privacy.contact_sure": "The name, phone and address you left will be erased and cannot be "
    "brought back. "
    "The matter goes on, and its number still works.",
    "privacy.contact_yes": "Erase my name and phone",
    "privacy.contact_done": "Your name and phone are not kept any more.",
    "privacy.erase": "Erase my information",
    "privacy.erase_sure": "All your words, photos, name and phone will be erased for good, in "
    "other matters "
    "you sent from the same chat as well. What is being dealt with stops, the number works no "
    "longer, and "
    "nobody can answer you. The level you chose still counts, with nobody's name. Are you sure?",
    "privacy.erase_yes": "Yes, erase all",
    "privacy.leave": "No, leave it",
    "privacy.back": "Back",
    "privacy.erased": "Erased",
    "privacy.erased_now": "Your information has been erased. If you wrote in Zalo or Telegram "
    "before, that "
    "chat is erased within a few minutes as well.",
    "privacy.no_name": "You left no name and no phone.",
    "privacy.file": "File ({size} KB):",
    "privacy.agreed": "On {day} you agreed that your name and phone are kept (text {version}).",
    "privacy.taken_back": "On {day} you took your consent back.",
    "privacy.case_words": "What you told us about a matter, and what was said about it: "
    "encrypted matter by "
    "matter, erased {days} days after it ended.",
    "privacy.case_contact": "The name, phone and address you left to be answered: encrypted, "
    "kept apart from "
    "your words, every look at them recorded; erased {days} days after the matter ended.",
    "privacy.case_number": "The follow-up number: only a coded mark of it is kept, so that we "
    "cannot read "
    "your number ourselves.",
    "privacy.case_files": "Photos, voice messages and documents: encrypted, erased {days} days "
    "after the "
    "matter ended. Place and camera details are removed from photos before they are stored.",
    "privacy.case_own": "With the follow-up number you can do it yourself at once on the page "
    "where you "
    "follow it: get a copy, erase your name and phone, or erase everything.",
}
