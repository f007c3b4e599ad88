/** A side longer than this says nothing more about a paper; GB/T 33870 asks for less. */
const LONGEST = 2_200
const QUALITY = 0.82

/** Width and height within the limit, same shape, never enlarged. */
export function fitted(width: number, height: number, longest: number = LONGEST): [number, number] {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

/** By a data: address: our content policy admits no blob: ones. */
function loaded(file: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const unreadable = () => reject(new Error('unreadable'))
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = unreadable
    const reader = new FileReader()
    reader.onload = () => (image.src = String(reader.result))
    reader.onerror = unreadable
    reader.readAsDataURL(file)
  })
}

/**
 * A photo as JPEG, small enough for a slow line and sharp enough to read. Drawing it anew also leaves its place and time of
 * taking behind.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  const image = await loaded(file)
  const [width, height] = fitted(image.naturalWidth, image.naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('unreadable'))), 'image/jpeg', QUALITY),
  )
}
