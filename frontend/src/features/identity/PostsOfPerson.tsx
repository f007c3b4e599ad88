import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Day } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AccountPostAddDocument, AccountPostEndDocument, type AccountRowFragment, type Role } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { worksInUnit } from './account-filter'
import { PersonSelect } from '@/components/PersonSelect'
import { PostFields } from './PostFields'
import { usePostText } from '@/lib/use-post-text'

type Post = AccountRowFragment['posts'][number]

interface PartOfPersonProps {
  person: AccountRowFragment
  onReload: () => void
}

/** The posts a person holds now; a unit's work follows the post. */
export function PostsOfPerson({ person, onReload }: PartOfPersonProps) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Post | null>(null)
  const postText = usePostText()
  const columns: Column<Post>[] = [
    { key: 'post', title: t('identity.post'), text: postText },
    { key: 'since', title: t('identity.since'), text: (post) => post.startedOn, render: (post) => <Day day={post.startedOn} /> },
    {
      key: 'end',
      title: t('identity.actions'),
      text: () => '',
      render: (post) => (
        <Button onClick={() => setEnding(post)}>
          {t('identity.endPost')}
          <span className="visually-hidden"> {postText(post)}</span>
        </Button>
      ),
    },
  ]
  return (
    <section aria-labelledby="posts-of-person">
      <h2 id="posts-of-person">{t('identity.posts')}</h2>
      <RecordTable caption={t('identity.posts')} columns={columns} rows={person.posts} rowKey={(post) => post.id} />
      <p>
        <Button onClick={() => setAdding(true)}>{t('identity.addPost')}</Button>
      </p>
      {adding && <AddPost person={person} onReload={onReload} onClose={() => setAdding(false)} />}
      {ending && <EndPost person={person} post={ending} onReload={onReload} onClose={() => setEnding(null)} />}
    </section>
  )
}

function AddPost({ person, onReload, onClose }: PartOfPersonProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ role: Role; unitId?: string }>()
  const { submit, running, refused } = useFormAction(AccountPostAddDocument, form, useRefusalWords())
  const finish = async ({ role, unitId }: { role: Role; unitId?: string }) => {
    const unit = worksInUnit(role) ? unitId : null
    if (await submit({ id: person.id, expectedVersion: person.version, role, unitId: unit })) onClose()
  }
  return (
    <Modal
      open
      title={t('identity.addPost')}
      okText={t('identity.addPost')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        <PostFields />
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </Modal>
  )
}

function EndPost({ person, post, onReload, onClose }: PartOfPersonProps & { post: Post; onClose: () => void }) {
  const { t } = useTranslation()
  const postText = usePostText()
  const [form] = Form.useForm<{ handOverToId?: string }>()
  const { submit, running, refused } = useFormAction(AccountPostEndDocument, form, useRefusalWords())
  const confirm = async ({ handOverToId }: { handOverToId?: string }) => {
    const input = { id: person.id, expectedVersion: person.version, postId: post.id, handOverToId: handOverToId ?? null }
    if (await submit(input)) onClose()
  }
  return (
    <Modal
      open
      title={t('identity.endPostTitle', { name: person.name, post: postText(post) })}
      okText={t('identity.endPost')}
      okButtonProps={{ danger: true }}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('identity.endPostWhy')}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void confirm(fields)}>
        {post.unit && (
          <PersonSelect name="handOverToId" label={t('identity.toPerson')} unitId={post.unit.id} except={person.id} extra={t('identity.endPostWork')} />
        )}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
    </Modal>
  )
}
