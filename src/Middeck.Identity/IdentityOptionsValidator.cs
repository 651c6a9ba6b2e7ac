using System.Text;
using Microsoft.Extensions.Options;

namespace Middeck.Identity;

/// <summary>What data annotations cannot say: a short signing key could be guessed from one token.</summary>
internal sealed class IdentityOptionsValidator : IValidateOptions<IdentityOptions>
{
    private const int MinSecretBytes = 32;

    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var bytes = Encoding.UTF8.GetByteCount(options.JwtAccessSecret);
        if (bytes is > 0 and < MinSecretBytes)
        {
            return ValidateOptionsResult.Fail(
                $"identity.jwt_access_secret (JWT_ACCESS_SECRET) has {bytes} bytes; at least {MinSecretBytes} are needed: "
                + "openssl rand -base64 48.");
        }

        if (options.PublicUrl.Length > 0
            && !(Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")))
        {
            return ValidateOptionsResult.Fail(
                $"identity.public_url '{options.PublicUrl}' must be an http or https address.");
        }

        return ValidateOptionsResult.Success;
    }
}
