using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Middeck.Storage.Secrets;
using Middeck.Studio.Configuration;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>
/// A user for whom the embedding page vouches: it sends its id of the user and HMAC-SHA256 over it by the page's secret, in hex. The
/// id is also the name under which the app's programs know the user.
/// </summary>
internal sealed class VouchedUser(ISecretVault vault)
{
    public const string Header = "X-Middeck-User";
    public const string HashHeader = "X-Middeck-User-Hash";

    private const int LongestId = 200;

    /// <summary>The id; null when the request names nobody.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>sites.identity_refused</c>.</exception>
    public string? Of(HttpRequest request, PublicationRow page)
    {
        if (request.Headers[Header].Count == 0)
        {
            return null;
        }

        var id = Uri.UnescapeDataString(request.Headers[Header].ToString());
        return page.IdentitySecret is { } kept
            && id.Length is > 0 and <= LongestId && StorableJson.IsStorable(id)
            && IsRight(vault.Decrypt(kept, PublicationRow.PurposeOf(page.AppId)), id, request.Headers[HashHeader].ToString())
                ? id
                : throw SiteFaults.IdentityRefused();
    }

    private static bool IsRight(string secret, string id, string hash)
    {
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(id));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.ASCII.GetBytes(hash.ToLowerInvariant()));
    }
}
