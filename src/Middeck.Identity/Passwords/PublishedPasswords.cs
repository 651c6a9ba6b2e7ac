using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Middeck.Identity.Passwords;

/// <summary>
/// Default passwords that stood in public installation guides of systems that this one replaces. Kept as SHA-256, so that
/// this file is no list to try.
/// </summary>
internal static class PublishedPasswords
{
    private static readonly FrozenSet<string> Hashes = new[]
    {
        "148c6fd41c995887b1af06c71a0b9cf75ac223b04f605c01c155dccb47666e3a",
        "240be518fabd2724ddb6f04eeb1da5967448d7e831c08c8fa822809f74c720a9",
        "248b1b2079ee2c36b1b75abb156d8b2c455d796434d3af1a1f4e3f16de55e7c4",
        "4417a9e25dae4cd99eb0b87f9cff2a335f4e392a16598d536b8687d1fb6b587d",
        "56fc9606e46eac6751322175007e163a93d12498f1d2671894dc03c2a7659e62",
        "63b38d3cd338cb02b1864af22b05c476123a89f1e9a6d68f2b975dd12afee534",
        "6d5876947328da52fc0692eec9d19cdc797014150180e9caf535ef70b6c724ec",
        "6eaae90dfe2a1da6902ba57fe58bbedcd973bb413873ee5f61b8865c75da8a1d",
        "8b6757c65d64b940f6efc31dce4da8f203506fc1875935b5000766399666231e",
        "ad9858116e63b0c5a4d7dc7f50f034c7247e56838dae22c1832712ffde48e694",
        "ce3a4da574060700ace7cce09b02d5a631f11960ae89ed0166cdecd0dc543632",
        "ebbda4a7c479ab07d80e162123e213841451958e4dfff222a6468ea432ae3d2a",
        "f1130970b1aecb18044dafd54a9250afe399635c8057fd892f94a3faabacae61",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string password)
        => Hashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password))));
}
