using System.Security.Cryptography;
using System.Text;

namespace Middeck.Identity.Users;

/// <summary>An e-mail address as it is compared.</summary>
internal static class EmailKey
{
    public static string Of(string email) => email.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>For tables that must not hold what people type into the address field by mistake.</summary>
    public static byte[] Hash(string emailKey) => SHA256.HashData(Encoding.UTF8.GetBytes(emailKey));
}
