import AcceptScreen from '@/features/cases/AcceptScreen'
import { CameraButton } from '@/features/papers/CameraButton'

/** What papers add to the receipt: photos by phone, while the applicant still stands there. */
export default function AcceptPage() {
  return <AcceptScreen receiptActions={(caseId) => <CameraButton caseId={caseId} />} />
}
