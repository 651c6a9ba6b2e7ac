using System.Text;

namespace Middeck.Search.Text;

/// <summary>Walks a text once and hands on its words, CJK characters and CJK pairs.</summary>
internal static class TokenScanner
{
    public static void Scan<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, ITokenSink
    {
        Span<char> buffer = stackalloc char[WordFolder.MaxLength];
        var position = 0;
        while (position < text.Length)
        {
            position = CharacterClasses.At(text, position, out _, out var length) switch
            {
                CharacterClass.Word => ScanWord(text, position, buffer, ref sink),
                CharacterClass.Cjk => ScanCjk(text, position, buffer, ref sink),
                _ => position + length,
            };
        }
    }

    private static int ScanWord<TSink>(ReadOnlySpan<char> text, int start, Span<char> buffer, ref TSink sink)
        where TSink : struct, ITokenSink
    {
        var end = start;
        while (end < text.Length)
        {
            var kind = CharacterClasses.At(text, end, out var codePoint, out var length);
            if (kind is not (CharacterClass.Word or CharacterClass.Mark)
                && !IsDecimalPoint(text, start, end, codePoint))
            {
                break;
            }

            end += length;
        }

        var folded = WordFolder.Fold(text[start..end], buffer);
        if (folded > 0)
        {
            folded = EnglishStemmer.Stem(buffer[..folded]);
            sink.Accept(TokenKind.Word, buffer[..folded], start, end - start);
        }

        return end + EnglishClitic.LengthAt(text, end);
    }

    // 3.2 and 1.15.2 are one word each, in full-width form too.
    private static bool IsDecimalPoint(ReadOnlySpan<char> text, int start, int position, int codePoint)
        => codePoint is '.' or 0xFF0E
            && position > start
            && char.IsDigit(text[position - 1])
            && position + 1 < text.Length
            && char.IsDigit(text[position + 1]);

    private static int ScanCjk<TSink>(ReadOnlySpan<char> text, int start, Span<char> buffer, ref TSink sink)
        where TSink : struct, ITokenSink
    {
        var position = start;
        var previousStart = start;
        var previousUnits = 0;
        while (TryReadCjk(text, position, out var character, out var length))
        {
            // The buffer holds the character before this one, so a pair is the buffer from its beginning.
            var units = character.EncodeToUtf16(buffer[previousUnits..]);
            var next = position + length;
            if (previousUnits > 0)
            {
                sink.Accept(
                    TokenKind.CjkPair, buffer[..(previousUnits + units)], previousStart, next - previousStart);
            }

            var isAlone = previousUnits == 0 && !TryReadCjk(text, next, out _, out _);
            sink.Accept(
                isAlone ? TokenKind.CjkSingle : TokenKind.CjkCharacter,
                buffer.Slice(previousUnits, units),
                position,
                length);

            buffer.Slice(previousUnits, units).CopyTo(buffer);
            previousUnits = units;
            previousStart = position;
            position = next;
        }

        return position;
    }

    private static bool TryReadCjk(ReadOnlySpan<char> text, int position, out Rune character, out int length)
    {
        character = default;
        length = 0;
        if (position >= text.Length
            || CharacterClasses.At(text, position, out var codePoint, out length) != CharacterClass.Cjk)
        {
            return false;
        }

        character = Cjk.Fold(codePoint);
        if (position + length < text.Length && Cjk.TryVoice(character, text[position + length], out character))
        {
            length++;
        }

        return true;
    }
}
