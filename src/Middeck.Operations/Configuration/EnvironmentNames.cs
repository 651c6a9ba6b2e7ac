using System.Collections.Frozen;

namespace Middeck.Operations.Configuration;

/// <summary>Variables whose names do not spell their key.</summary>
internal static class EnvironmentNames
{
    /// <summary>Ours: short names for what is set most often.</summary>
    public static readonly FrozenDictionary<string, string[]> Own = new Dictionary<string, string[]>
    {
        ["MIDDECK_ENV"] = ["server:environment"],
        ["MIDDECK_PORT"] = ["server:port"],
        ["MIDDECK_ADDRESS"] = ["server:address"],
        ["MIDDECK_PUBLIC_URL"] = ["server:publicurl"],
        ["MIDDECK_ADMIN_EMAIL"] = ["identity:adminemail"],
        ["MIDDECK_ADMIN_PASSWORD"] = ["identity:adminpassword"],
        ["MIDDECK_SECRET_KEY"] = ["secrets:key"],
    }.ToFrozenDictionary();

    /// <summary>Those of the systems that people come from.</summary>
    public static readonly FrozenDictionary<string, string[]> Borrowed = new Dictionary<string, string[]>
    {
        ["DATABASE_URL"] = ["database:connection"],
        ["JWT_ACCESS_SECRET"] = ["identity:jwtaccesssecret"],
        ["JWT_REFRESH_SECRET"] = ["identity:jwtrefreshsecret"],
        ["UPLOAD_DIR"] = ["objects:path"],
        ["OPENAI_API_KEY"] = ["models:openaiapikey"],
        ["OPENAI_BASE_URL"] = ["models:openaibaseurl"],
        ["DASHSCOPE_API_KEY"] = ["models:dashscopeapikey"],
        ["TONG_YI_API_KEY"] = ["models:dashscopeapikey"],
        ["FASTGPT_API_URL"] = ["models:fastgptapiurl"],
        ["FASTGPT_API_KEY"] = ["models:fastgptapikey"],
    }.ToFrozenDictionary();

    /// <summary>Variables of ours that are not configuration.</summary>
    public static bool IsElsewhere(string name)
        => name is "MIDDECK_HOME" or "MIDDECK_LANG" or "MIDDECK_URL"
            || name.StartsWith("MIDDECK_TEST_", StringComparison.Ordinal)
            || name.StartsWith("MIDDECK_BUILD_", StringComparison.Ordinal);
}
