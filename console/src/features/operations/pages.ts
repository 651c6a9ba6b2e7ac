/** The pages, each loaded by itself. */
export const pages = {
  services: async () => (await import('./services/ServicesPage')).ServicesPage,
  ports: async () => (await import('./ports/PortsPage')).PortsPage,
  logs: async () => (await import('./logs/LogsPage')).LogsPage,
  environment: async () => (await import('./environment/EnvironmentPage')).EnvironmentPage,
  backups: async () => (await import('./backups/BackupsPage')).BackupsPage,
};
