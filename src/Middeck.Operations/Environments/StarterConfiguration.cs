using Middeck.Operations.Home;

namespace Middeck.Operations.Environments;

/// <summary>The configuration file that a new home gets: everything in it is a comment or a default.</summary>
public static class StarterConfiguration
{
    private const string Text = """
        # Middeck's configuration. Every key, its default and its limits: docs/reference/configuration.md.
        # Environment variables (MIDDECK_SERVER__PORT) and options (--set server.port=7081) override what stands here.

        server:
          # dev or prod; switch with: middeck env use prod
          environment: dev
          # port: 7080
          # public_url: https://ai.example.com

        # A database of yours instead of the private PostgreSQL:
        # database:
        #   connection: postgres://user:password@host:5432/middeck

        # Uploaded files in an S3-compatible store instead of the folder objects:
        # objects:
        #   kind: s3
        #   endpoint: http://minio:9000
        #   bucket: middeck
        #   access_key: …
        #   secret_key: …

        """;

    /// <summary>Writes it where there is none.</summary>
    /// <returns>Whether there was none.</returns>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public static bool WriteIfMissing(MiddeckHome home)
    {
        if (File.Exists(home.ConfigurationFile))
        {
            return false;
        }

        ConfigurationFile.Write(home.ConfigurationFile, Text);
        return true;
    }
}
