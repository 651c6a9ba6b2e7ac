using Middeck.Studio.Chat;

namespace Middeck.Studio.Files;

/// <summary>How much of files a model may still get.</summary>
internal sealed class AttachmentBudget(int pictures, long pictureBytes, int tokens)
{
    private int _pictures = pictures;
    private long _pictureBytes = pictureBytes;

    /// <summary>Left for texts.</summary>
    public int Tokens { get; private set; } = tokens;

    /// <summary>Whether the picture fits; then it is taken.</summary>
    public bool TakePicture(long bytes)
    {
        if (_pictures == 0 || bytes > _pictureBytes)
        {
            return false;
        }

        _pictures--;
        _pictureBytes -= bytes;
        return true;
    }

    /// <summary>As much of the text as fits.</summary>
    public string TakeText(string text)
    {
        var wanted = TokenEstimate.Of(text);
        if (wanted <= Tokens)
        {
            Tokens -= wanted;
            return text;
        }

        // The estimate is nearly even over a text, so a share of the characters is that share of the tokens.
        var length = (int)((long)text.Length * Tokens / wanted);
        while (TokenEstimate.Of(text[..length]) > Tokens)
        {
            length = length * 9 / 10;
        }

        Tokens = 0;
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)]
            + "\n(The text goes on; this is what fits.)";
    }
}
