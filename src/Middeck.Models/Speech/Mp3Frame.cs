namespace Middeck.Models.Speech;

/// <summary>
/// Reads the header of a frame of MPEG 1, 2 or 2.5 layer III: eleven bits of ones, then version, layer, bit rate, sample rate and
/// padding (ISO/IEC 11172-3, 2.4.1.3).
/// </summary>
internal static class Mp3Frame
{
    // Kilobits a second by the four bits of the header; 0 is free or forbidden.
    private static readonly int[] Mpeg1Rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] Mpeg2Rates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] SampleRates = [44_100, 48_000, 32_000, 0];

    /// <summary>Bytes of the frame that begins here; null when none does.</summary>
    public static int? Length(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0)
        {
            return null;
        }

        var version = (bytes[1] >> 3) & 0b11;
        var isLayer3 = ((bytes[1] >> 1) & 0b11) == 0b01;
        var bitRate = (version == 0b11 ? Mpeg1Rates : Mpeg2Rates)[bytes[2] >> 4] * 1000;
        var halvings = version switch { 0b11 => 0, 0b10 => 1, 0b00 => 2, _ => -1 };
        var sampleRate = SampleRates[(bytes[2] >> 2) & 0b11] >> Math.Max(halvings, 0);
        if (!isLayer3 || halvings < 0 || bitRate == 0 || sampleRate == 0)
        {
            return null;
        }

        var padding = (bytes[2] >> 1) & 1;
        return ((version == 0b11 ? 144 : 72) * bitRate / sampleRate) + padding;
    }
}
