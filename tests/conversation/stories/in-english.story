= A visitor who reads English

@ 2026-11-18T09:00:00+07:00

> /start K7M3Q9
< Kính chào ông/bà! Chúng tôi không cho cán bộ ở quầy biết ai đã đánh giá. Cần giúp, xin nhắn TRỢ GIÚP.
|
| Ông/bà hài lòng đến đâu với việc phục vụ tại Quầy 1 - Đất đai, UBND phường A?
| Xin bấm một dòng, hoặc nhắn số:
| 5. Rất hài lòng 😄
| 4. Hài lòng 🙂
| 3. Bình thường 😐
| 2. Không hài lòng 🙁
| 1. Rất không hài lòng 😢
| 8. English

> English
< We will speak English from now on.
|
| How satisfied were you with the service at Quầy 1 - Đất đai, UBND phường A?
| Please tap a line, or send its number:
| 5. Very satisfied 😄
| 4. Satisfied 🙂
| 3. Neutral 😐
| 2. Dissatisfied 🙁
| 1. Very dissatisfied 😢
| 8. Tiếng Việt

> very dissatisfied
! level 1 at 1 on 2026-11-18
< Recorded: Very dissatisfied (Quầy 1 - Đất đai, UBND phường A).
| Wrong tap? Send EDIT.
|
| One more question (you may skip it):
| How satisfied were you with the waiting area, the signs and the equipment?
| 5. Very satisfied
| 4. Satisfied
| 3. Neutral
| 2. Dissatisfied
| 1. Very dissatisfied
| 0. No result yet / Do not know
| 9. Skip this question

> 2
! access 2 at 1 on 2026-11-18
< Recorded: Dissatisfied. Wrong tap? Send EDIT.
|
| One more question (you may skip it):
| How satisfied were you that papers, steps, fees and time limits were clear and as posted?
| 5. Very satisfied
| 4. Satisfied
| 3. Neutral
| 2. Dissatisfied
| 1. Very dissatisfied
| 0. No result yet / Do not know
| 9. Skip this question

> skip
< Question skipped.
|
| One more question (you may skip it):
| How satisfied were you with the manner and the guidance of the staff who served you?
| 5. Very satisfied
| 4. Satisfied
| 3. Neutral
| 2. Dissatisfied
| 1. Very dissatisfied
| 0. No result yet / Do not know
| 9. Skip this question

> Dissatisfied.
! staff 2 at 1 on 2026-11-18
< Recorded: Dissatisfied. Wrong tap? Send EDIT.
|
| Is there anything you would like to add? Please write it here.
| 6. Send a report and get an answer
| 9. Skip

> Waited two hours.
! comment at 1 on 2026-11-18: Waited two hours.
< Your comment is recorded.
|
| Would you like to add a photo? Please send it here. Please do not show other people's faces or private papers.
| 6. Send a report and get an answer
| 9. Skip

> no
< No photo added.
|
| Thank you! Your rating counts towards the satisfaction index of the office. Comments, if any, reach the office on the next working day at the earliest, without your name.
|
| If you would like to add anything, just write it here.
| 6. Send a report and get an answer
| 7. Change the level
| 8. Tiếng Việt

> 8
< Từ nay chúng tôi nói tiếng Việt.
|
| Ông/bà muốn nói thêm điều gì, cứ nhắn vào đây.
| 6. Gửi phản ánh để được trả lời
| 7. Sửa mức hài lòng
| 8. English
