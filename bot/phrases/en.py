"""The English catalogue, for those who do not read Vietnamese. Same keys, same placeholders."""

from bot.phrases import cases_en

PHRASES: dict[str, str] = cases_en.PHRASES | {
    # The scale
    "level.5": "Very satisfied",
    "level.4": "Satisfied",
    "level.3": "Neutral",
    "level.2": "Dissatisfied",
    "level.1": "Very dissatisfied",
    "level.0": "the level you chose",
    # Choices
    "offer.keep": "Keep it",
    "offer.skip": "Skip",
    "offer.skip.question": "Skip this question",
    "offer.edit": "Change the level",
    "offer.thanks": "Thank you",
    "offer.en": "English",
    "offer.vi": "Tiếng Việt",
    "offer.no_desk": "I do not remember / about something else",
    "offer.desks": "Choose the desk from a list",
    "offer.desks.more": "Show more",
    # Coming in
    "welcome": "Welcome! This is where you say how satisfied you were with the service at a desk.",
    "welcome.back": "Welcome back! Please go on.",
    "welcome.again": "Yes, please go on.",
    "welcome.done": "Welcome back! Your rating of today is recorded. "
    "To rate another desk, please scan the code there.",
    "lobby.ask": "Please scan the code on the sign at the desk, or send the code of 6 characters "
    "printed on it, for example: K7M3Q9",
    "lobby.code": "Please send the code printed on the sign at the desk, for example: #K7M3Q9",
    "lobby.desks": "Which desk were you at? Please send its number, or the code printed on the "
    "sign at the desk, for example: #K7M3Q9 (Tiếng Việt: send VIETNAMESE)",
    "desks.page": "Here is the list of desks.",
    "visit.cold": "It has been a while, so we did not record this and ask again, to be sure of the "
    "desk.",
    "arrive.here": "Welcome! We do not tell the staff at the desk who rated. For help, send HELP.",
    "arrive.welcomed": "We do not tell the staff at the desk who rated. For help, send HELP.",
    "arrive.moved": "The desk of this code has moved. It is now {desk}, {unit}.",
    "arrive.moved_from": "This code used to belong to {formerly}. It is now {desk}, {unit}.",
    "arrive.moved_away": "The desk of this code has moved. Please ask the staff at the desk for "
    "the new code.",
    "arrive.revoked": "This code is no longer in use. You can rate {desk}, {unit} instead.",
    "arrive.revoked_from": "This code used to belong to {formerly} and is no longer in use. "
    "You can rate {desk}, {unit} instead.",
    "arrive.revoked_away": "This code is no longer in use. Please ask the staff at the desk for "
    "the new code.",
    "arrive.unknown": "We cannot find this code. Please check the code on the sign at the desk "
    "and send it again, or scan it again.",
    "arrive.forged": "This code is not ours. Someone may have pasted another code over the sign. "
    "Please tell the staff at the desk.",
    "arrive.beware": "We never ask for an account, an ID number, an OTP or money. "
    "If anyone does, please do not give it.",
    "arrive.tries": "If it still does not work, you can open the web address printed on the sign, "
    "or ask the staff at the desk to check the code.",
    "arrive.list": "You can also choose the desk from the list, without a code.",
    "arrive.rest": "You have sent several wrong codes, so we take no codes for the next hour. You "
    "can still send a comment or a report without one.",
    "arrive.continued": "We have received the rating you gave on the web page.\n"
    "Recorded: {level} ({desk}, {unit}).\nWrong tap? Send EDIT.",
    "arrive.continued_unnamed": "We have received the rating you gave on the web page.\n"
    "Recorded: {level}.\nWrong tap? Send EDIT.",
    "arrive.again": "You have already rated {desk}, {unit} today.",
    "arrive.sample": "(This is a sample desk for trying things out, not a real office.)",
    # The level
    "level.ask": "How satisfied were you with the service at {desk}, {unit}?\n"
    "Please tap a line, or send its number:",
    "level.ask_unnamed": "How satisfied were you at the desk whose code you scanned?\n"
    "Please tap a line, or send its number:",
    "level.change": "The recorded level is: {level}. To change it, please choose again:",
    "level.echo": "Recorded: {level} ({desk}, {unit}).\nWrong tap? Send EDIT.",
    "level.echo_unnamed": "Recorded: {level}.\nWrong tap? Send EDIT.",
    "level.corrected": "Changed: {level} (before: {before}).\nWrong tap? Send EDIT.",
    "level.same": "Recorded: {level}, the same as before.\nWrong tap? Send EDIT.",
    "level.kept": "Kept: {level}.",
    # What follows
    "question.ask": "One more question (you may skip it):\n{question}",
    "question.echo": "Recorded: {answer}. Wrong tap? Send EDIT.",
    "question.skipped": "Question skipped.",
    "comment.ask": "Is there anything you would like to add? Please write it here.",
    "comment.echo": "Your comment is recorded.",
    "comment.echo_day": "Your comment is recorded with your rating of {day}. If it is about "
    "another visit, please scan the code at that desk first.",
    "comment.cut": "This message is too long; only its first {most} characters are recorded. "
    "Please send the rest as another message.",
    "comment.skipped": "No comment added.",
    "photo.ask": "Would you like to add a photo? Please send it here. "
    "Please do not show other people's faces or private papers.",
    "photo.echo": "We have received your photo.",
    "photo.held": "We have kept your photo and will add it once you choose a level or send a"
    " report.",
    "photo.full": "A rating can take {most} photos at most. Any further one is not recorded.",
    "photo.lost": "We did not receive this photo. Please send it again.",
    "photo.skipped": "No photo added.",
    "held.text": "We have kept your words and will add them once you choose a level or send a"
    " report.",
    "command.unknown": "We do not know this command. For help, send HELP.",
    "held.remind": "What you sent is still waiting. We can only record it once you choose a level.",
    "held.full": "This message is not recorded yet. Please choose a level first, then send it "
    "again.",
    "held.released": "Added what you wrote before: “{text}”",
    "held.photos": "Added what you sent before.",
    "done.thanks": "Thank you! Your rating counts towards the satisfaction index of the office. "
    "Comments, if any, reach the office on the next working day at the earliest, without your "
    "name.",
    "done.more": "If you would like to add anything, just write it here.",
    "done.other": "At another desk, send its code, or send RATE.",
    "thanked": "You are welcome. Have a good day!",
    # Taking back
    "edit.nothing": "You have not rated a desk here yet, so there is nothing to change.",
    "edit.unrated": "You have not chosen a level yet, so there is nothing to change.",
    "edit.question": "Please choose again. To change the overall level, send EDIT once more.",
    "edit.level": "Please choose again.",
    "edit.level_at": "Please choose the level for {desk}, {unit} again.",
    "edit.new_day": "Your rating of {day} stays as it is. If you came to this desk again today, "
    "please give a new rating:",
    "edited.added": "Your first message stays as it was; the changed one is recorded as well.",
    "edited.choice": "Editing an old message does not change an answer. To choose again, send "
    "EDIT.",
    # Stopping
    "cancel.nothing": "There is nothing in progress.",
    "cancel.unrated": "Stopped. Nothing is recorded.",
    "cancel.dropped": "Stopped. What you sent before is let go and not recorded.",
    "cancel.kept": "Stopped. The level you chose stays recorded: {level}.",
    "cancel.done": "All done. What you sent stays recorded.",
    # What cannot be taken
    "media.sticker": "Thank you for the sticker. We can only read words and numbers.",
    "media.voice": "We cannot take voice messages here. Please write instead; or send REPORT "
    "first, then the voice message with it.",
    "media.video": "We cannot take videos yet. Please write, or send a photo.",
    "media.document": "We cannot take files here. If it is a picture, please send it as a photo; "
    "or send REPORT first, then the file with it.",
    "media.location": "We do not keep your location. To send it with a report, send REPORT first.",
    "media.contact": "We do not need your phone number or anyone else's, and do not keep it.",
    "shared.not_kept": "Thank you. We do not need it now, so we do not keep your name and phone "
    "number.",
    "media.other": "We cannot read this kind of message yet. Please write instead.",
    "media.page": "You can also use this page: {page}",
    "stale": "This button is out of date; nothing has changed.",
    "unclear": "We did not understand this message.",
    "stumbled": "Sorry, something went wrong on our side and your message is not recorded. "
    "Please send it again.",
    # Explaining
    "language.now": "We will speak English from now on.",
    "help": "How this works:\n"
    "• Tap a line, or send the number in front of it, or send its words.\n"
    "• EDIT: choose the last answer again.\n"
    "• CANCEL: stop; the level you chose stays recorded.\n"
    "• REPORT: report something, praise, or say that you were asked for money.\n"
    "• FOLLOW: see what you sent.\n"
    "• PRIVACY: who can see what, and how to be erased.\n"
    "• TIẾNG VIỆT: nói tiếng Việt.",
    "privacy": "Who can see what:\n"
    "• We do not tell the staff at the desk or the office who rated. They only see overall "
    "figures.\n"
    "• Comments and photos reach the office in batches, on the next working day at the earliest, "
    "without your name. Please leave out your name and phone number if you do not want them "
    "known.\n"
    "• What you report: the staff who deal with it and those above them read it. Sealed reports: "
    "only an inspector outside the unit.\n"
    "• We keep your messaging address encrypted, only to answer you, and delete it on schedule. "
    "The messaging app you use does know that you wrote to us.\n"
    "• We never ask for an account, an ID number, an OTP or money.\n"
    "• For a copy, send COPY. To have everything of yours erased, send ERASE MY DATA.",
    "erase.ask": "All your words, photos, name, phone and messaging address will be erased for "
    "good. What is being dealt with stops, follow-up numbers work no longer, and nobody can answer "
    "you. The level you chose still counts, with nobody's name. If you are sure, please send "
    "exactly: ERASE ALL MY DATA",
    "erase.done": "Very well. A few minutes after this message everything of yours is erased, this "
    "chat on our side as well. Messages on your own device are yours to delete. Thank you.",
    "copy.where": "Please open {page}, enter the follow-up number, and choose Get a copy. If the "
    "number is lost, please ask at the desk.",
}

SAYINGS: dict[str, tuple[str, ...]] = cases_en.SAYINGS | {
    # Other ways to say a choice, as a whole message
    "offer.desks": ("list", "the list", "show the list"),
    "offer.no_desk": ("do not know", "i do not know", "forgot", "i forgot"),
    "offer.keep": ("keep", "no change", "skip"),
    "offer.skip": ("no", "none", "nothing", "no thanks", "no thank you"),
    "offer.skip.question": ("skip",),
    "offer.edit": ("change level",),
    "offer.thanks": ("thanks", "thank you very much", "ok", "okay"),
    "offer.en": ("en",),
    "offer.vi": ("vietnamese", "vi"),
    # What may be said at any time
    "cmd-start": ("hello", "hi", "start"),
    "cmd-rate": ("rate", "rate a desk"),
    "cmd-help": ("help", "help me"),
    "cmd-cancel": ("cancel", "stop", "quit"),
    "cmd-privacy": ("privacy",),
    "cmd-erase": ("erase my data", "delete my data"),
    "cmd-erase-sure": ("erase all my data",),
    "cmd-copy": ("copy", "get a copy"),
    "cmd-language": ("language", "settings"),
    "cmd-vi": ("vietnamese", "vi"),
    "cmd-en": ("english", "en"),
    "cmd-edit": ("edit", "change", "undo", "wrong tap"),
}
