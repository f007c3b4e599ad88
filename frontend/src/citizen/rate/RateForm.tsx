import { useState } from 'preact/hooks'
import { dayInWords } from '../days'
import { useWords } from '../language'
import { COMMENT_LIMIT, isComplete, needsReason, withGrade, withOption, type Desk, type Draft } from './desk'
import { Face } from './Face'
import type { Subject } from './RateLink'
import { words } from './words'

interface RateFormProps {
  subject: Subject
  desk: Desk
  fault?: string
  onSubmit: () => void
}

/** Two taps for a good grade: the grade, submit. A bad one asks for a reason. */
export function RateForm({ subject, desk, fault, onSubmit }: RateFormProps) {
  const { t, language } = useWords(words)
  const [draft, setDraft] = useState(desk.draft)
  const [asked, setAsked] = useState(false)
  const english = language === 'en'
  const label = (one: { label: string; labelEn: string }) => (english ? one.labelEn : one.label)
  const chosen = subject.form.grades.find((one) => one.grade === draft.grade)
  const needed = needsReason(draft.grade)
  const missing = isComplete(draft) ? undefined : t(chosen ? 'chooseReason' : 'chooseGrade')

  const change = (next: Draft) => {
    setDraft(next)
    desk.write(next)
  }

  const submit = (event: Event) => {
    event.preventDefault()
    setAsked(true)
    if (!missing) return onSubmit()
    const first = document.querySelector<HTMLElement>(chosen ? '[name=option]' : '[name=grade]')
    first?.focus()
  }

  return (
    <form class="card" onSubmit={submit} noValidate>
      <h1>{t('title')}</h1>
      <div lang="zh-CN">
        <p class="strong">{subject.itemName}</p>
        <p>
          {subject.districtName} {subject.unitName}
        </p>
      </div>
      {subject.decidedOn && <p class="hint">{t('decidedOn', { day: dayInWords(subject.decidedOn, language) })}</p>}

      <fieldset>
        <legend>{t('question')}</legend>
        {subject.form.grades.map((one) => (
          <label class={one.grade === draft.grade ? 'choice chosen' : 'choice'} key={one.grade}>
            <input
              type="radio"
              name="grade"
              checked={one.grade === draft.grade}
              onChange={() => change(withGrade(draft, one.grade))}
            />
            <span>{label(one)}</span>
            <Face grade={one.grade} />
          </label>
        ))}
      </fieldset>

      {chosen && chosen.options.length > 0 && (
        <fieldset aria-describedby={asked && missing ? 'missing' : undefined}>
          <legend>{t(needed ? 'reasonsNeeded' : 'reasons')}</legend>
          <div class="options">
            {chosen.options.map((one) => (
              <label class={draft.options.includes(one.code) ? 'choice chosen' : 'choice'} key={one.code}>
                <input
                  type="checkbox"
                  name="option"
                  checked={draft.options.includes(one.code)}
                  onChange={() => change(withOption(draft, one.code))}
                />
                <span>{label(one)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}

      {chosen && (
        <p class="field">
          <label for="comment">{t('comment')}</label>
          <textarea
            id="comment"
            rows={3}
            maxLength={COMMENT_LIMIT}
            value={draft.comment}
            aria-describedby="comment-hint"
            onInput={(event) => change({ ...draft, comment: event.currentTarget.value })}
          />
          <small id="comment-hint">{t('commentHint', { left: COMMENT_LIMIT - draft.comment.length })}</small>
        </p>
      )}

      <div class="bar">
        <div role="alert" id="missing">
          {asked && missing ? <p class="fault">{missing}</p> : fault && <p class="fault">{fault}</p>}
        </div>
        <button type="submit" class="primary">
          {t('submit')}
        </button>
      </div>
      <small>{t('private')}</small>
    </form>
  )
}
