import { posts } from '#authority'
import type { Work } from '#platform/use-case.ts'

export async function titlesOfPosts({ tx, council }: Work): Promise<Map<string, string>> {
  return new Map((await posts(tx, council)).map(({ post, title }) => [post, title]))
}
