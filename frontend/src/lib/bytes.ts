const MEGA = 1024 * 1024

/** 640 KB, 3.4 MB, 1.25 GB */
export function formatBytes(bytes: number): string {
  if (bytes >= 1024 * MEGA) return `${(bytes / (1024 * MEGA)).toFixed(2)} GB`
  if (bytes >= MEGA) return `${(bytes / MEGA).toFixed(1)} MB`
  return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1024))} KB`
}
