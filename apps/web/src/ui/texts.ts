/** The shape of the Danish messages, for every other language. */
export type Texts<Danish> = { [Key in keyof Danish]: Danish[Key] extends string ? string : Texts<Danish[Key]> }
