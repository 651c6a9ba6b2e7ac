import { photosOf } from './photos';

it('names a photo by its time, so that the next one does not take its place', () => {
  const [photo] = photosOf([new File(['x'], 'image.JPG', { type: 'image/jpeg' })], new Date(2026, 10, 21, 9, 5, 7));

  expect(photo!.file.name).toBe('photo-2026-11-21-090507.jpg');
  expect(photo!.file.type).toBe('image/jpeg');
});
