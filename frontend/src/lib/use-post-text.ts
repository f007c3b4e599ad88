import { useTranslation } from 'react-i18next'
import type { AccountRowFragment } from '@/gql/staff/graphql'

/** 部门经办人 · 区民政局 */
export function usePostText() {
  const { t } = useTranslation()
  return (post: AccountRowFragment['posts'][number]): string =>
    [t(`roles.${post.role}`), post.unit?.name ?? post.subDistrict?.name].filter(Boolean).join(' · ')
}
